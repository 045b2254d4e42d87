package io.kanoa.thorgate.engine.database;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.Invocation;
import io.kanoa.thorgate.engine.Launcher;
import io.kanoa.thorgate.engine.launch.Availability;
import io.kanoa.thorgate.engine.launch.Programs;
import io.kanoa.thorgate.engine.server.FreePort;
import io.kanoa.thorgate.plan.DatabaseSpec;
import io.kanoa.thorgate.plan.Launch;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Brings vector databases to life, each for as long as a row needs it. */
public final class Databases {

    private static final String PGLITE_PROGRAM = "pglite-server";
    private static final String PGLITE_VECTORS = "@electric-sql/pglite-pgvector:vector";
    private static final String PGLITE_CONNECTIONS = "8";
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Launch.Program USUAL_PGLITE = new Launch.Program(Optional.of(PGLITE_PROGRAM));

    private final Launcher launcher;
    private final Function<String, Optional<String>> environment;

    /** @param environment the value of a variable of our own */
    public Databases(Launcher launcher, Function<String, Optional<String>> environment) {
        this.launcher = launcher;
        this.environment = environment;
    }

    /** Why a database can't be had on this machine without fetching anything; empty where nothing is missing. */
    public static Optional<String> missing(DatabaseSpec spec) {
        Launch launch = spec.launch();
        if (launch instanceof Launch.Program program && spec.driver().equals(DatabaseSpec.POSTGRESQL)) {
            return PostgresPrograms.find(program).isPresent()
                    ? Optional.empty()
                    : Optional.of(PostgresPrograms.absence(program));
        }
        return Availability.missing(launch, PGLITE_PROGRAM).or(() -> Availability.missingImage(launch));
    }

    /**
     * Starts it, or attaches to it.
     *
     * @param timeout longest wait for it to be ready, and for the answer to any single statement
     * @throws EngineException if that is impossible; nothing is left running then
     */
    public RunningDatabase start(DatabaseSpec spec, Duration timeout) {
        if (spec.launch() instanceof Launch.Attach attach) {
            return AttachedDatabase.open(spec, access(attach.address()).waitingFor(timeout));
        }
        if (spec.launch() instanceof Launch.Container container) {
            return container(spec, container, timeout);
        }
        Launch.Program program = (Launch.Program) spec.launch();
        if (!spec.isJudged()) {
            return pglite(spec, program, timeout);
        }
        PostgresPrograms programs = PostgresPrograms.find(program)
                .orElseThrow(() -> new EngineException(
                        "the vector database " + spec + " can't be started: " + PostgresPrograms.absence(program)
                                + "; see the README, or name another in the plan with 'program:'",
                        List.of()));
        return new PostgresStart(launcher, spec, programs, timeout).start();
    }

    private Access access(URI address) {
        return new Access(
                address.getHost(),
                address.getPort(),
                address.getPath().substring(1),
                environment.apply("PGUSER").orElse(System.getProperty("user.name")),
                environment.apply("PGPASSWORD"));
    }

    private RunningDatabase container(DatabaseSpec spec, Launch.Container container, Duration timeout) {
        int port = FreePort.find();
        String password = Password.make();
        List<String> arguments = new ArrayList<>();
        arguments.addAll(PostgresStart.settings(Launcher.listenAddress(container), port));
        arguments.addAll(spec.arguments());
        Invocation invocation = new Invocation(
                spec.id(),
                container,
                List.of("postgres"),
                arguments,
                Map.of("POSTGRES_PASSWORD", password),
                port,
                List.of(),
                GRACE);
        launcher.prepare(invocation);
        Hosted hosted = launcher.launch(invocation);
        Access access =
                new Access("127.0.0.1", port, "postgres", "postgres", Optional.of(password)).waitingFor(timeout);
        new DatabaseStart(spec.id(), hosted, access).await(timeout);
        return HostedDatabase.open(spec, hosted, "container " + container.image(), access, CopyLoader::new);
    }

    private RunningDatabase pglite(DatabaseSpec spec, Launch.Program program, Duration timeout) {
        int port = FreePort.find();
        Launch.Program launch = program.program().isPresent() ? program : USUAL_PGLITE;
        List<String> arguments = new ArrayList<>(List.of(
                "--host=127.0.0.1",
                "--port=" + port,
                "--extensions=" + PGLITE_VECTORS,
                "--max-connections=" + PGLITE_CONNECTIONS));
        arguments.addAll(spec.arguments());
        Invocation invocation =
                new Invocation(spec.id(), launch, List.of(PGLITE_PROGRAM), arguments, Map.of(), port, List.of(), GRACE);
        launcher.prepare(invocation);
        Hosted hosted = launcher.launch(invocation);
        Access access = new Access("127.0.0.1", port, "postgres", "postgres", Optional.empty())
                .withoutNamedStatements()
                .waitingFor(timeout);
        new DatabaseStart(spec.id(), hosted, access).await(timeout);
        String place = "PGlite in Node, program "
                + Programs.find(launch.program().orElseThrow())
                        .map(Object::toString)
                        .orElse(PGLITE_PROGRAM);
        return HostedDatabase.open(spec, hosted, place, access, InsertLoader::new);
    }
}
