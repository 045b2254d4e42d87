package io.kanoa.thorgate.plan;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a plan is read in: the parts of it that the file leaves to the machine.
 *
 * @param drivers besides those that a plan always knows
 * @param missing why an engine is not on this machine; empty where it is there
 * @param environment the value of a variable of our own
 * @param home what {@code ~} stands for
 * @param missingDatabases why a vector database is not on this machine; empty where it is there
 */
public record Surroundings(
        Set<String> drivers,
        Function<EngineSpec, Optional<String>> missing,
        Function<String, Optional<String>> environment,
        Path home,
        Function<DatabaseSpec, Optional<String>> missingDatabases) {

    public Surroundings {
        drivers = Set.copyOf(drivers);
    }

    /** One in which every vector database counts as there. */
    public Surroundings(
            Set<String> drivers,
            Function<EngineSpec, Optional<String>> missing,
            Function<String, Optional<String>> environment,
            Path home) {
        this(drivers, missing, environment, home, database -> Optional.empty());
    }

    /** The environment of this process; every engine and database counts as there. */
    public static Surroundings ofThisProcess() {
        return new Surroundings(
                Set.of(),
                engine -> Optional.empty(),
                name -> Optional.ofNullable(System.getenv(name)),
                Path.of(System.getProperty("user.home")));
    }

    /** The same with more drivers. */
    public Surroundings withDrivers(Collection<String> more) {
        Set<String> all = new LinkedHashSet<>(drivers);
        all.addAll(more);
        return new Surroundings(all, missing, environment, home, missingDatabases);
    }

    /**
     * The same with another check for engines.
     *
     * @param missing why an engine is not on this machine; empty where it is there. Asked at most once for each engine of the
     *     chosen profile
     */
    public Surroundings withMissing(Function<EngineSpec, Optional<String>> missing) {
        return new Surroundings(drivers, missing, environment, home, missingDatabases);
    }

    /** The same with other variables. */
    public Surroundings withEnvironment(Function<String, Optional<String>> environment) {
        return new Surroundings(drivers, missing, environment, home, missingDatabases);
    }

    /**
     * The same with another check for vector databases.
     *
     * @param missing why one is not on this machine; empty where it is there. Asked at most once for each
     */
    public Surroundings withMissingDatabases(Function<DatabaseSpec, Optional<String>> missing) {
        return new Surroundings(drivers, this.missing, environment, home, missing);
    }
}
