package io.kanoa.thorgate.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * An engine that is a child process of ours: its log, and its end. Its standard input stays open as long as we live
 * and closes when we end, however that happens; an engine that heeds it leaves no orphan.
 */
public final class EngineProcess {

    private static final Duration DEFAULT_GRACE = Duration.ofSeconds(3);
    private static final Duration LOG_GRACE = Duration.ofSeconds(1);

    private final Process process;
    private final List<String> command;
    private final ProcessTree tree;
    private final LogPump log;
    private final Duration grace;
    private volatile boolean weKilled;
    private OptionalLong ended = OptionalLong.empty();

    private EngineProcess(Process process, List<String> command, LogPump log, Duration grace) {
        this.grace = grace;
        this.process = process;
        this.command = command;
        this.log = log;
        this.tree = new ProcessTree(process.toHandle());
    }

    /**
     * Starts a process.
     *
     * @param command the program and its arguments
     * @param logFile gets both outputs of the process, line by line; overwritten
     * @param outputListener sees each line of standard output, on another thread
     * @throws EngineException if the program can't be run
     */
    public static EngineProcess start(List<String> command, Path logFile, Consumer<String> outputListener) {
        return start(command, logFile, outputListener, DEFAULT_GRACE);
    }

    static EngineProcess start(List<String> command, Path logFile, Consumer<String> outputListener, Duration grace) {
        LogPump log = new LogPump(logFile);
        try {
            Process process = new ProcessBuilder(command).start();
            log.carry(process.getInputStream(), "engine-output-" + process.pid(), outputListener);
            log.carry(process.getErrorStream(), "engine-log-" + process.pid(), line -> {});
            return new EngineProcess(process, List.copyOf(command), log, grace);
        } catch (IOException e) {
            log.finish(LOG_GRACE);
            throw new EngineException("Could not run " + command.get(0) + ": " + e.getMessage(), e);
        }
    }

    /** The program and its arguments, as started. */
    public List<String> command() {
        return command;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The last lines of both outputs, oldest first; untrusted text. Complete once the process has ended. */
    public List<String> logTail(int lines) {
        if (!isAlive()) {
            log.finish(LOG_GRACE);
        }
        return log.tail().last(lines);
    }

    /** What became of the process, for messages: {@code is running}, or how it ended. */
    public String state() {
        return isAlive() ? "is running" : "ended with exit code " + process.exitValue();
    }

    /** Whether SIGKILL ended it, and not ours. */
    public boolean wasKilled() {
        return !isAlive() && ExitCode.isKill(process.exitValue()) && !weKilled;
    }

    /**
     * Ends the process and its descendants, first by closing its standard input, then by a request to terminate, then by
     * force, and waits until they are gone. A second call does nothing.
     *
     * @return nanoseconds that the first call took
     * @throws EngineException if a process survived
     */
    public synchronized long end() {
        if (ended.isEmpty()) {
            long begin = System.nanoTime();
            endAll();
            awaitExitCode();
            ended = OptionalLong.of(System.nanoTime() - begin);
            log.finish(LOG_GRACE);
        }
        return ended.getAsLong();
    }

    private void endAll() {
        tree.look();
        closeInput();
        if (tree.isGoneWithin(grace)) {
            return;
        }
        tree.each(ProcessHandle::destroy);
        if (tree.isGoneWithin(grace)) {
            return;
        }
        weKilled = true;
        tree.each(ProcessHandle::destroyForcibly);
        if (!tree.isGoneWithin(grace)) {
            throw new EngineException(
                    "These processes of the engine could not be ended: "
                            + tree.alive().map(ProcessHandle::pid).toList(),
                    log.tail().last(20));
        }
    }

    /** A process that has ended is known as such by {@link Process} only a moment later. */
    private void awaitExitCode() {
        try {
            process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // A pipe whose reader is gone already is as closed as it can be.
            return;
        }
    }
}
