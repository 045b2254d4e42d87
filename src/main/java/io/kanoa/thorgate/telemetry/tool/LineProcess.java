package io.kanoa.thorgate.telemetry.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A tool that prints line after line, for as long as this is open. It cannot outlive this JVM by more than its interval:
 * however the JVM ends, the pipe that the tool writes to closes, and its next line ends it.
 */
final class LineProcess implements AutoCloseable {

    private static final long CLOSE_MILLIS = 500;

    private final Process process;
    private final Thread reader;

    private LineProcess(Process process, Consumer<String> lines, String name) {
        this.process = process;
        this.reader = new Thread(() -> read(lines), "thor-gate-" + name);
    }

    /**
     * Starts the tool.
     *
     * @param command program and arguments
     * @param lines takes each line, on a thread of its own
     * @throws UncheckedIOException if it cannot be started
     */
    static LineProcess start(String name, List<String> command, Consumer<String> lines) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            LineProcess started = new LineProcess(process, lines, name);
            started.reader.setDaemon(true);
            started.reader.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command, e);
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

    private void read(Consumer<String> lines) {
        try (var output = process.getInputStream()) {
            new WholeLines(lines).readAll(output);
        } catch (IOException e) {
            process.destroy();
        }
    }
}
