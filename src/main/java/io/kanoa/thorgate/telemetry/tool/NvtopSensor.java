package io.kanoa.thorgate.telemetry.tool;

import io.kanoa.thorgate.device.tool.OneShot;
import io.kanoa.thorgate.telemetry.Sensor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code nvtop -s} once a second, for machines where nothing else shows the GPU. Each run is a process of its own, so
 * it is not done more often. The power that it gives is the driver's running average.
 */
final class NvtopSensor implements Sensor {

    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int FRESH_PERIODS = 3;

    private final List<String> command;
    private final Latest latest = new Latest(System::nanoTime, FRESH_PERIODS * PERIOD.toNanos());
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "thor-gate-nvtop");

    private NvtopSensor(Path program) {
        this.command = List.of(program.toString(), "-s");
    }

    static NvtopSensor start(Path program) {
        NvtopSensor sensor = new NvtopSensor(program);
        sensor.thread.setDaemon(true);
        sensor.thread.start();
        return sensor;
    }

    @Override
    public String name() {
        return "nvtop";
    }

    @Override
    public Map<String, Double> read() {
        return latest.values();
    }

    @Override
    public void close() {
        stop.countDown();
        thread.interrupt();
    }

    private void run() {
        try {
            do {
                OneShot answer = OneShot.run(command, LIMIT);
                latest.set(answer.isDone() ? NvtopParser.parse(answer.text()) : Map.of());
            } while (!stop.await(PERIOD.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
