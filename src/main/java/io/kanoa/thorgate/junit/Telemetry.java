package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.metrics.IdlePower;
import io.kanoa.thorgate.telemetry.Sample;
import io.kanoa.thorgate.telemetry.SampleChannels;
import io.kanoa.thorgate.telemetry.Sampler;
import io.kanoa.thorgate.telemetry.StandstillWatch;
import io.kanoa.thorgate.telemetry.machine.MachineSensors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The machine's sensors, read throughout a run. */
final class Telemetry implements AutoCloseable {

    private static final long LONGEST_WAIT_NANOS = 1_500_000_000L;
    private static final long STEP_NANOS = 5_000_000L;

    private static final long LONGEST_START_NANOS = 3_000_000_000L;
    private static final long IDLE_NANOS = 2_000_000_000L;

    private final Sampler sampler;
    private final MachineSensors sensors;
    private final StandstillWatch standstills = StandstillWatch.start();
    private final long startNanos = System.nanoTime();

    private Telemetry(Sampler sampler, MachineSensors sensors) {
        this.sampler = sampler;
        this.sensors = sensors;
    }

    /** Starts all sensors that work on this machine, whose files are under {@code root}. */
    static Telemetry start(Path root, Supplier<Collection<Long>> enginePids) {
        MachineSensors sensors = MachineSensors.available(root, enginePids);
        return new Telemetry(Sampler.start(sensors.sensors()), sensors);
    }

    /** What this machine does not let us measure and why, and what went wrong with its sensors so far. Untrusted text. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(sensors.absent());
        sampler.failures().forEach((sensor, failure) -> notes.add("sensor " + sensor + " " + failure));
        if (sampler.droppedTicks() > 0) {
            notes.add(sampler.droppedTicks() + " readings of all sensors came too late and were left out");
        }
        if (sampler.forgotten() > 0) {
            notes.add(sampler.forgotten() + " samples were given up because there were too many to keep");
        }
        int stood = standstills.since(startNanos).size();
        if (stood > 0) {
            notes.add("the gate itself stood still " + stood + (stood == 1 ? " time" : " times")
                    + " (stopped, suspended, or starved of processor time); see " + SampleChannels.GATE_STANDSTILL_S
                    + " in the raw samples");
        }
        return notes;
    }

    /**
     * What the machine draws now, as the mean over 2 s; call it before anything is started. Takes no time where no sensor
     * can tell.
     */
    IdlePower idlePower() {
        if (!sensors.mayGivePower()) {
            return IdlePower.absent("idle power is not known: no power sensor");
        }
        awaitOr(LONGEST_START_NANOS, () -> PowerChannels.isAnyIn(sampler.between(startNanos, System.nanoTime())));
        long from = System.nanoTime();
        awaitOr(IDLE_NANOS, () -> false);
        return IdlePower.of(sampler.between(from, System.nanoTime()));
    }

    /**
     * All samples since {@code nanos}, oldest first. Waits a moment until those of power reach up to now, so that the energy
     * of what has just ended can be told. Times in which we did not run ourselves are among them.
     */
    List<Sample> since(long nanos) {
        long now = System.nanoTime();
        awaitOr(LONGEST_WAIT_NANOS, () -> PowerChannels.reach(sampler.between(nanos, System.nanoTime()), now));
        return Stream.concat(sampler.between(nanos, System.nanoTime()).stream(), standstills.since(nanos).stream())
                .sorted(Comparator.comparingLong(sample -> sample.nanos() - nanos))
                .toList();
    }

    /** Collects the garbage of this JVM now; call it where nothing is measured. */
    void collectGarbage() {
        standstills.excuse(System::gc);
    }

    private static void awaitOr(long longestNanos, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean() && System.nanoTime() - start < longestNanos) {
            LockSupport.parkNanos(STEP_NANOS);
        }
    }

    @Override
    public void close() {
        standstills.close();
        sampler.close();
    }
}
