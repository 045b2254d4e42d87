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
 */
public record Surroundings(
        Set<String> drivers,
        Function<EngineSpec, Optional<String>> missing,
        Function<String, Optional<String>> environment,
        Path home) {

    public Surroundings {
        drivers = Set.copyOf(drivers);
    }

    /** The environment of this process; every engine counts as there. */
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
        return new Surroundings(all, missing, environment, home);
    }

    /**
     * The same with another check for engines.
     *
     * @param missing why an engine is not on this machine; empty where it is there. Asked at most once for each engine of the
     *     chosen profile
     */
    public Surroundings withMissing(Function<EngineSpec, Optional<String>> missing) {
        return new Surroundings(drivers, missing, environment, home);
    }

    /** The same with other variables. */
    public Surroundings withEnvironment(Function<String, Optional<String>> environment) {
        return new Surroundings(drivers, missing, environment, home);
    }
}
