package io.kanoa.thorgate.telemetry.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A tool that prints line after line, for as long as this is open. However our JVM ends, the kernel ends the tool with it, where
 * the system has {@link DeathSignal}; elsewhere its next line ends it, since the pipe that it writes to is closed.
 */
final class LineProcess implements AutoCloseable {

    private static final long CLOSE_MILLIS = 500;

    private final Process process;

    private LineProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts the tool.
     *
     * @param command program and arguments
     * @param lines takes each line, on a thread of its own
     * @throws UncheckedIOException if it cannot be started
     */
    static LineProcess start(String name, List<String> command, Consumer<String> lines) {
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread thread = new Thread(() -> run(command, lines, started), "thor-gate-" + name);
        thread.setDaemon(true);
        thread.start();
        try {
            return new LineProcess(started.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof UncheckedIOException known ? known : e;
        }
    }

    /** The whole life of the tool: it must not outlive the thread. */
    private static void run(List<String> command, Consumer<String> lines, CompletableFuture<Process> started) {
        try {
            Process process = new ProcessBuilder(DeathSignal.before(command))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            started.complete(process);
            read(process, lines);
        } catch (IOException e) {
            started.completeExceptionally(new UncheckedIOException("cannot start " + command, e));
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Exit status of a tool that has ended. */
    int exitStatus() {
        return process.exitValue();
    }

    /** Ends the tool and what it has started, and waits until it is gone. */
    @Override
    public void close() {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroy();
        if (!hasEnded()) {
            process.destroyForcibly();
            hasEnded();
        }
        started.forEach(ProcessHandle::destroyForcibly);
    }

    private boolean hasEnded() {
        try {
            return process.waitFor(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void read(Process process, Consumer<String> lines) {
        try (var output = process.getInputStream()) {
            new WholeLines(lines).readAll(output);
        } catch (IOException e) {
            process.destroy();
        }
    }
}
