package io.kanoa.thorgate.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Reads sensors at a fixed rate on one daemon thread and keeps their samples in memory. A tick that comes too late is
 * dropped, never made up for, so the rate does not drift and no burst follows a pause. A sensor that throws is noted in
 * {@link #failures()} and read again at the next tick. What a sensor does not give is absent from the samples. All
 * methods may be called from any thread.
 */
public final class Sampler implements AutoCloseable {

    /** Ten times a second. */
    public static final Duration DEFAULT_PERIOD = Duration.ofMillis(100);

    private static final int CAPACITY = 250_000;
    private static final long CLOSE_MILLIS = 1_000;

    private final List<Sensor> sensors;
    private final Duration period;
    private final Cadence cadence;
    private final SampleStore store = new SampleStore(CAPACITY);
    private final SensorFailures failures = new SensorFailures();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "thor-gate-sampler");

    private Sampler(List<Sensor> sensors, Duration period) {
        this.sensors = List.copyOf(sensors);
        this.period = period;
        this.cadence = new Cadence(System.nanoTime(), period.toNanos());
    }

    /** Starts sampling at {@link #DEFAULT_PERIOD}. */
    public static Sampler start(List<Sensor> sensors) {
        return start(sensors, DEFAULT_PERIOD);
    }

    /**
     * Starts sampling; the first readings are taken at once.
     *
     * @param sensors that this sampler reads, and closes when it is closed
     * @param period between two readings of a sensor
     * @throws IllegalArgumentException if the period is shorter than a millisecond
     */
    public static Sampler start(List<Sensor> sensors, Duration period) {
        if (period.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException(
                    "sampling period " + period + " is too short: give at least 1 ms (100 ms is the default)");
        }
        Sampler sampler = new Sampler(sensors, period);
        sampler.thread.setDaemon(true);
        sampler.thread.start();
        return sampler;
    }

    /** The asked time between two readings. */
    public Duration period() {
        return period;
    }

    /**
     * The samples of a window, oldest first. Only the newest 250 000 are kept: see {@link #forgotten()}.
     *
     * @param fromNanos {@link System#nanoTime()} at the window's start, inclusive
     * @param toNanos {@link System#nanoTime()} at the window's end, inclusive
     */
    public List<Sample> between(long fromNanos, long toNanos) {
        return store.between(fromNanos, toNanos);
    }

    /** How many of the oldest samples are gone because too many were kept. */
    public long forgotten() {
        return store.forgotten();
    }

    /** How many ticks came too late and were left out. */
    public long droppedTicks() {
        return cadence.dropped();
    }

    /** What went wrong, by name of the sensor: how often it failed, and how last time. Untrusted text. */
    public Map<String, String> failures() {
        return failures.bySensor();
    }

    /** Ends the sampling, then the sensors. The samples stay readable. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (stop.getCount() == 0) {
            return;
        }
        stop.countDown();
        join();
        sensors.forEach(this::closeSensor);
    }

    private void run() {
        try {
            do {
                sensors.forEach(this::sample);
            } while (!stop.await(cadence.nanosToNext(System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sample(Sensor sensor) {
        long now = System.nanoTime();
        try {
            Map<String, Double> values = sensor.read();
            if (!values.isEmpty()) {
                store.add(new Sample(now, sensor.name(), values, reachNanos(sensor)));
            }
        } catch (RuntimeException | Error e) {
            failures.note(sensor.name(), e);
        }
    }

    private long reachNanos(Sensor sensor) {
        return Math.max(period.toNanos(), sensor.rest().toNanos());
    }

    private void join() {
        try {
            thread.join(CLOSE_MILLIS);
            thread.interrupt();
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeSensor(Sensor sensor) {
        try {
            sensor.close();
        } catch (RuntimeException | Error e) {
            failures.note(sensor.name(), e);
        }
    }
}
