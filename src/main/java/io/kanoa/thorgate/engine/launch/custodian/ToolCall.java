package io.kanoa.thorgate.engine.launch.custodian;

import io.kanoa.thorgate.secret.Secrets;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A short call of a program for its answer.
 *
 * @param exitCode {@link #FAILED} if it could not be run or did not end in time
 * @param output what it printed, stripped; untrusted text
 * @param error what it printed as errors, or why it could not be run
 */
public record ToolCall(int exitCode, String output, String error) {

    /** An exit code that no program has. */
    public static final int FAILED = -1;

    private static final int LONGEST = 100_000;
    private static final Duration REST = Duration.ofSeconds(2);
    private static final File NOTHING =
            new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");

    public ToolCall {
        output = Secrets.ofThisProcess().hide(output);
        error = Secrets.ofThisProcess().hide(error);
    }

    public boolean isOk() {
        return exitCode == 0;
    }

    /** Runs {@code command} and waits for its end, at most so long; one that takes longer is killed. */
    public static ToolCall of(List<String> command, Duration atMost) {
        try {
            Process process = new ProcessBuilder(command).redirectInput(NOTHING).start();
            CompletableFuture<String> output = reading(process.getInputStream());
            CompletableFuture<String> error = reading(process.getErrorStream());
            return answer(process, output, error, atMost);
        } catch (IOException e) {
            return new ToolCall(FAILED, "", String.valueOf(e.getMessage()));
        }
    }

    private static ToolCall answer(
            Process process, CompletableFuture<String> output, CompletableFuture<String> error, Duration atMost) {
        try {
            if (process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                return new ToolCall(process.exitValue(), rest(output), rest(error));
            }
            process.destroyForcibly();
            return new ToolCall(FAILED, "", "it did not end within " + atMost.toSeconds() + " s");
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return new ToolCall(FAILED, "", "interrupted");
        }
    }

    /** A grandchild may hold the pipe open though the program has ended. */
    private static String rest(CompletableFuture<String> text) throws InterruptedException {
        try {
            return text.get(REST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return "";
        }
    }

    private static CompletableFuture<String> reading(InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread reader = new Thread(() -> text.complete(read(stream)), "tool-output");
        reader.setDaemon(true);
        reader.start();
        return text;
    }

    private static String read(InputStream stream) {
        try (stream) {
            String text = new String(stream.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
            stream.skip(Long.MAX_VALUE);
            return text;
        } catch (IOException e) {
            return "";
        }
    }
}
