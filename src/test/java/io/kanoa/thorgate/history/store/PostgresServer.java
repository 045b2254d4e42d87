package io.kanoa.thorgate.history.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL of the tests' own, of the programs on this machine; it may not run as root, so root becomes postgres for it. */
final class PostgresServer implements AutoCloseable {

    private final Process process;
    private final int port;

    private PostgresServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param folder that the server's user may use */
    static PostgresServer start(Path folder) throws IOException, InterruptedException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path data = folder.resolve("data");
        Path password = Files.writeString(folder.resolve("password"), "a secret\n");
        Process made = command(
                        folder,
                        program("initdb"),
                        "--pgdata=" + data,
                        "--username=gate",
                        "--auth=scram-sha-256",
                        "--pwfile=" + password,
                        "--no-sync")
                .start();
        if (made.waitFor() != 0) {
            throw new IllegalStateException("initdb failed: " + Files.readString(folder.resolve("log.txt")));
        }
        int port = freePort();
        Process process = command(
                        folder,
                        program("postgres"),
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-k",
                        "")
                .start();
        return new PostgresServer(process, port);
    }

    private static ProcessBuilder command(Path folder, String... words) {
        List<String> all = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            all.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        all.addAll(List.of(words));
        return new ProcessBuilder(all)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("log.txt").toFile()));
    }

    /** Debian keeps the server's programs off the PATH. */
    private static String program(String name) throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return name;
        }
        try (var found = Files.list(versions)) {
            return found.map(version -> version.resolve("bin").resolve(name).toString())
                    .sorted()
                    .reduce((first, second) -> second)
                    .orElse(name);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    static Map<String, String> access() {
        return Map.of("PGUSER", "gate", "PGPASSWORD", "a secret");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
    }
}
