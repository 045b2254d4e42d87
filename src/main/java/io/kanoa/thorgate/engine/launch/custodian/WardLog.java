package io.kanoa.thorgate.engine.launch.custodian;

import io.kanoa.thorgate.secret.HidingStream;
import io.kanoa.thorgate.secret.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The log of a program in custody. One that has secrets in its environment writes through us, so that they are not in the log even
 * if it prints them; any other writes to the file itself.
 */
final class WardLog {

    /** What a grandchild may hold open after the program has ended. */
    private static final long REST_MILLIS = 1_000;

    private WardLog() {}

    static Redirect target(Path log, Secrets secrets) {
        return secrets.isEmpty() ? Redirect.to(log.toFile()) : Redirect.PIPE;
    }

    /** Done once the log has all that the program printed. */
    static CompletableFuture<Void> of(Process process, Path log, Secrets secrets) throws IOException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (secrets.isEmpty()) {
            done.complete(null);
            return done;
        }
        OutputStream out = new HidingStream(Files.newOutputStream(log), secrets);
        Thread carrier = new Thread(() -> carry(process.getInputStream(), out, done), "log-" + process.pid());
        carrier.setDaemon(true);
        carrier.start();
        process.onExit().thenRun(() -> done.completeOnTimeout(null, REST_MILLIS, TimeUnit.MILLISECONDS));
        return done;
    }

    private static void carry(InputStream from, OutputStream to, CompletableFuture<Void> done) {
        try (from;
                to) {
            from.transferTo(to);
        } catch (IOException e) {
            System.err.println("a log ended with: " + e.getMessage());
        } finally {
            done.complete(null);
        }
    }
}
