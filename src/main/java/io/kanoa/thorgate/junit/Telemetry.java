package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.telemetry.Sample;
import io.kanoa.thorgate.telemetry.SampleChannels;
import io.kanoa.thorgate.telemetry.Sampler;
import io.kanoa.thorgate.telemetry.Sensor;
import io.kanoa.thorgate.telemetry.machine.MachineSensors;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The machine's sensors, read throughout a run. */
final class Telemetry implements AutoCloseable {

    private static final Path ROOT = Path.of("/");
    private static final long LONGEST_WAIT_NANOS = 1_500_000_000L;
    private static final long STEP_NANOS = 5_000_000L;

    private final Sampler sampler;
    private final List<String> absent;
    private final Optional<Sensor> memory;

    private Telemetry(Sampler sampler, List<String> absent, Optional<Sensor> memory) {
        this.sampler = sampler;
        this.absent = absent;
        this.memory = memory;
    }

    /** Starts all sensors that work on this machine. */
    static Telemetry start(Supplier<Collection<Long>> enginePids) {
        MachineSensors sensors = MachineSensors.available(ROOT, enginePids);
        return new Telemetry(Sampler.start(sensors.sensors()), sensors.absent(), MachineSensors.memory(ROOT));
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

    /** Memory available to new programs now, read at once; NaN where that cannot be read. */
    double availableBytes() {
        return memory.map(Sensor::read)
                .map(values -> values.get(SampleChannels.MEMORY_AVAILABLE_BYTES))
                .orElse(Double.NaN);
    }

    @Override
    public void close() {
        sampler.close();
    }
}
