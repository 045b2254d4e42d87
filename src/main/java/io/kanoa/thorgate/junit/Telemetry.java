package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.telemetry.Sample;
import io.kanoa.thorgate.telemetry.Sampler;
import io.kanoa.thorgate.telemetry.machine.MachineSensors;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The machine's sensors, read throughout a run. */
final class Telemetry implements AutoCloseable {

    private static final long LONGEST_WAIT_NANOS = 1_500_000_000L;
    private static final long STEP_NANOS = 5_000_000L;

    private final Sampler sampler;
    private final List<String> absent;

    private Telemetry(Sampler sampler, List<String> absent) {
        this.sampler = sampler;
        this.absent = absent;
    }

    /** Starts all sensors that work on this machine, whose files are under {@code root}. */
    static Telemetry start(Path root, Supplier<Collection<Long>> enginePids) {
        MachineSensors sensors = MachineSensors.available(root, enginePids);
        return new Telemetry(Sampler.start(sensors.sensors()), sensors.absent());
    }

    /** What this machine does not let us measure, and why. */
    List<String> absent() {
        return absent;
    }

    /**
     * All samples since {@code nanos}, oldest first. Waits a moment until those of power reach up to now, so that the energy
     * of what has just ended can be told.
     */
    List<Sample> since(long nanos) {
        long now = System.nanoTime();
        List<Sample> samples = sampler.between(nanos, now);
        while (!PowerChannels.reach(samples, now) && System.nanoTime() - now < LONGEST_WAIT_NANOS) {
            LockSupport.parkNanos(STEP_NANOS);
            samples = sampler.between(nanos, System.nanoTime());
        }
        return samples;
    }

    @Override
    public void close() {
        sampler.close();
    }
}
