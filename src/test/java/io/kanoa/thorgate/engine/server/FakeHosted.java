package io.kanoa.thorgate.engine.server;

import io.kanoa.thorgate.engine.Hosted;
import java.util.List;
import java.util.OptionalLong;

/** A program that was never run: it prints what it was given and lives until it is ended. */
public final class FakeHosted implements Hosted {

    public static final long PID = 4711;

    private final List<String> command;
    private final List<String> log;
    private final Runnable atEnd;
    private final long startedNanos = System.nanoTime();
    private volatile String state;

    private FakeHosted(List<String> command, List<String> log, String state, Runnable atEnd) {
        this.command = command;
        this.log = log;
        this.state = state;
        this.atEnd = atEnd;
    }

    /** A program that runs. */
    public static FakeHosted running(List<String> command, List<String> log, Runnable atEnd) {
        return new FakeHosted(command, log, "is running", atEnd);
    }

    /** A program that has ended. */
    public static FakeHosted ended(int exitCode, String... log) {
        return new FakeHosted(List.of("fake"), List.of(log), "ended with exit code " + exitCode, () -> {});
    }

    @Override
    public List<String> command() {
        return command;
    }

    @Override
    public long startedNanos() {
        return startedNanos;
    }

    @Override
    public OptionalLong pid() {
        return OptionalLong.of(PID);
    }

    @Override
    public boolean isAlive() {
        return state.equals("is running");
    }

    @Override
    public String state() {
        return state;
    }

    @Override
    public boolean wasKilled() {
        return false;
    }

    @Override
    public List<String> logTail(int lines) {
        return log.subList(Math.max(0, log.size() - lines), log.size());
    }

    @Override
    public long end() {
        if (isAlive()) {
            state = "ended by the test";
            atEnd.run();
        }
        return 1_000;
    }
}
