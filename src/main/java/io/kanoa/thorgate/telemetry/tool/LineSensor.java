package io.kanoa.thorgate.telemetry.tool;

import io.kanoa.thorgate.telemetry.Sensor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A sensor that listens to a tool which prints a line each period. Its values are those of the newest line, or nothing when
 * that is older than three periods.
 */
final class LineSensor implements Sensor {

    private static final int FRESH_PERIODS = 3;

    private final String name;
    private final LineParser parser;
    private final Latest latest;
    private final LineProcess process;
    private volatile String lastLine = "";

    private LineSensor(String name, List<String> command, LineParser parser, Duration period, LongSupplier nanoTime) {
        this.name = name;
        this.parser = parser;
        this.latest = new Latest(nanoTime, FRESH_PERIODS * period.toNanos());
        this.process = LineProcess.start(name, command, this::take);
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

    /** @throws IllegalStateException if the tool has ended */
    @Override
    public Map<String, Double> read() {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    name + " ended with status " + process.exitStatus() + "; its last line was: " + lastLine);
        }
        return latest.values();
    }

    @Override
    public void close() {
        process.close();
    }

    private void take(String line) {
        lastLine = line;
        latest.set(parser.parse(line));
    }
}
