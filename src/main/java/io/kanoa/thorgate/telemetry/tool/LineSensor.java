package io.kanoa.thorgate.telemetry.tool;

import io.kanoa.thorgate.telemetry.Sensor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A sensor that listens to a tool which prints a line each period. Its values are those of the newest line, or nothing when
 * that is older than three periods. A tool that ends, e.g. because the GPU was reset, is started again: after a second, and ever
 * more rarely while it prints nothing of use.
 */
final class LineSensor implements Sensor {

    private static final int FRESH_PERIODS = 3;
    private static final long SHORTEST_PAUSE_NANOS = 1_000_000_000L;
    private static final long LONGEST_PAUSE_NANOS = 60 * SHORTEST_PAUSE_NANOS;

    private final String name;
    private final LineParser parser;
    private final List<String> command;
    private final LongSupplier nanoTime;
    private final Latest latest;
    private LineProcess process;
    private long startedNanos;
    private volatile long pauseNanos = SHORTEST_PAUSE_NANOS;
    private volatile String lastLine = "";

    private LineSensor(String name, List<String> command, LineParser parser, Duration period, LongSupplier nanoTime) {
        this.name = name;
        this.command = command;
        this.nanoTime = nanoTime;
        this.parser = parser;
        this.latest = new Latest(nanoTime, FRESH_PERIODS * period.toNanos());
        this.process = LineProcess.start(name, command, this::take);
        this.startedNanos = nanoTime.getAsLong();
    }

    /**
     * Starts the tool.
     *
     * @param period at which the tool is told to print
     */
    static LineSensor start(String name, List<String> command, LineParser parser, Duration period) {
        return new LineSensor(name, command, parser, period, System::nanoTime);
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the tool has ended
     * @throws java.io.UncheckedIOException if it can't be started again
     */
    @Override
    public Map<String, Double> read() {
        if (!process.isAlive()) {
            int status = process.exitStatus();
            startAgain();
            throw new IllegalStateException(name + " ended with status " + status + "; its last line was: " + lastLine);
        }
        return latest.values();
    }

    private void startAgain() {
        long now = nanoTime.getAsLong();
        if (now - startedNanos >= pauseNanos) {
            startedNanos = now;
            pauseNanos = Math.min(LONGEST_PAUSE_NANOS, 2 * pauseNanos);
            process = LineProcess.start(name, command, this::take);
        }
    }

    @Override
    public void close() {
        process.close();
    }

    private void take(String line) {
        lastLine = line;
        Map<String, Double> values = parser.parse(line);
        latest.set(values);
        if (!values.isEmpty()) {
            pauseNanos = SHORTEST_PAUSE_NANOS;
        }
    }
}
