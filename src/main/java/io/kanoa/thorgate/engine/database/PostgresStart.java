package io.kanoa.thorgate.engine.database;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.Invocation;
import io.kanoa.thorgate.engine.Launcher;
import io.kanoa.thorgate.engine.launch.OwnedFolder;
import io.kanoa.thorgate.engine.server.FreePort;
import io.kanoa.thorgate.plan.DatabaseSpec;
import io.kanoa.thorgate.plan.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Starts this machine's PostgreSQL on data of its own: a folder that goes with it, a user and a password of this run, the
 * loopback and nothing else.
 */
final class PostgresStart {

    private static final String USER = "thor_gate";
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final int LOG_LINES = 20;

    private final Launcher launcher;
    private final DatabaseSpec spec;
    private final PostgresPrograms programs;
    private final Duration timeout;

    PostgresStart(Launcher launcher, DatabaseSpec spec, PostgresPrograms programs, Duration timeout) {
        this.launcher = launcher;
        this.spec = spec;
        this.programs = programs;
        this.timeout = timeout;
    }

    /** @throws EngineException if it does not come to life */
    RunningDatabase start() {
        OwnedFolder.removeAbandoned();
        OwnedFolder folder = OwnedFolder.make("database");
        try {
            OrdinaryUser user = OrdinaryUser.of(folder.path());
            user.own(folder.path());
            String password = Password.make();
            initialize(folder, user, password);
            int port = FreePort.find();
            Hosted hosted = launcher.launch(server(folder, user, port));
            Access access = new Access("127.0.0.1", port, "postgres", USER, Optional.of(password)).waitingFor(timeout);
            new DatabaseStart(spec.id(), hosted, access).await(timeout);
            return HostedDatabase.open(spec, hosted, "program " + programs.postgres(), access, CopyLoader::new);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static Path data(OwnedFolder folder) {
        return folder.path().resolve("data");
    }

    private void initialize(OwnedFolder folder, OrdinaryUser user, String password) {
        Path file = folder.path().resolve("password");
        try {
            Files.writeString(file, password);
            user.own(file);
            run(user, data(folder), invocation(user, programs.initdb(), initdb(folder, file), Optional.empty()));
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of a database can't be written", e);
        }
    }

    private static List<String> initdb(OwnedFolder folder, Path password) {
        return List.of(
                "-D",
                data(folder).toString(),
                "-U",
                USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync");
    }

    private void run(OrdinaryUser user, Path data, Invocation invocation) {
        launcher.prepare(invocation);
        Hosted hosted = launcher.launch(invocation);
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .pollInterval(POLL)
                    .atMost(timeout)
                    .until(() -> !hosted.isAlive());
        } catch (ConditionTimeoutException e) {
            throw new EngineException(
                    "initdb of " + spec + " did not end within " + timeout.toSeconds() + " s",
                    hosted.logTail(LOG_LINES));
        } finally {
            hosted.end();
        }
        if (!hosted.state().equals("ended with exit code 0")) {
            throw new EngineException(
                    "initdb of " + spec + " " + hosted.state() + user.advice(programs.folder(), data),
                    hosted.logTail(LOG_LINES));
        }
    }

    private Invocation server(OwnedFolder folder, OrdinaryUser user, int port) {
        List<String> arguments = new ArrayList<>(List.of("-D", data(folder).toString()));
        arguments.addAll(settings("127.0.0.1", port));
        arguments.addAll(List.of("-c", "unix_socket_directories="));
        arguments.addAll(spec.arguments());
        return invocation(user, programs.postgres(), arguments, Optional.of(folder.path()));
    }

    /** What a server is told besides the plan's arguments. */
    static List<String> settings(String address, int port) {
        return List.of("-c", "listen_addresses=" + address, "-c", "port=" + port);
    }

    private Invocation invocation(OrdinaryUser user, Path program, List<String> arguments, Optional<Path> scratch) {
        List<String> command = user.running(List.of(program.toString()));
        return new Invocation(
                spec.id() + "-" + program.getFileName(),
                new Launch.Program(Optional.of(command.get(0))),
                command,
                arguments,
                Map.of(),
                0,
                List.of(),
                scratch,
                GRACE);
    }
}
