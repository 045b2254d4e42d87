package io.kanoa.thorgate.device.tool;

import io.kanoa.thorgate.secret.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a tool printed that runs once and ends.
 *
 * @param isDone whether it ended in time and without an error
 * @param text that it printed, at most 1 MiB; or why it could not be run
 */
public record OneShot(boolean isDone, String text) {

    private static final int LONGEST = 1 << 20;

    public OneShot {
        text = Secrets.ofThisProcess().hide(text);
    }

    /** Runs the tool to its end, or ends it when the time is up. */
    public static OneShot run(List<String> command, Duration limit) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try {
                return outcome(process, limit);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException | ExecutionException e) {
            return new OneShot(false, String.valueOf(e.getMessage()));
        } catch (TimeoutException e) {
            return new OneShot(false, "no answer within " + limit.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new OneShot(false, "interrupted");
        }
    }

    private static OneShot outcome(Process process, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        FutureTask<byte[]> output =
                new FutureTask<>(() -> process.getInputStream().readNBytes(LONGEST));
        Thread reader = new Thread(output, "thor-gate-tool");
        reader.setDaemon(true);
        reader.start();
        String text = new String(output.get(limit.toNanos(), TimeUnit.NANOSECONDS), StandardCharsets.UTF_8);
        boolean hasEnded = process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
        return new OneShot(hasEnded && process.exitValue() == 0, text.strip());
    }

    /** The first line of what it printed. */
    public String firstLine() {
        return text.lines().findFirst().orElse("it printed nothing");
    }
}
