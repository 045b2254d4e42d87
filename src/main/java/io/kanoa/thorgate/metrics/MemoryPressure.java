package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.telemetry.Sample;
import io.kanoa.thorgate.telemetry.SampleChannels;
import java.util.List;

/**
 * Signs that memory was too small during a row, from the kernel's counters at its first and its last sample. What no sensor
 * counts is 0 here: these are warnings, not measurements.
 *
 * @param oomKills processes that the kernel ended for want of memory, of any program
 * @param swappedOutPages pages written to swap
 * @param majorFaults page faults that waited for a disk while requests were measured
 */
public record MemoryPressure(long oomKills, long swappedOutPages, long majorFaults) {

    /** The signs in the samples of {@code evidence}. */
    public static MemoryPressure of(Evidence evidence) {
        return new MemoryPressure(
                growth(evidence.samples(), SampleChannels.OOM_KILLS_COUNT),
                growth(evidence.samples(), SampleChannels.SWAPPED_OUT_PAGES),
                growth(whileMeasured(evidence), SampleChannels.MAJOR_FAULTS_COUNT));
    }

    /** Loading a model from its file is full of major faults, and harmless. */
    private static List<Sample> whileMeasured(Evidence evidence) {
        if (evidence.measured().isEmpty() || !evidence.swaps().isEmpty()) {
            return List.of();
        }
        Window window = Window.around(Window.of(evidence.measured()));
        return evidence.samples().stream().filter(s -> window.holds(s.nanos())).toList();
    }

    private static long growth(List<Sample> samples, String channel) {
        Curve counter = Curve.of(samples, channel);
        double[] values = counter.values();
        return counter.isEmpty() ? 0 : Math.max(0, Math.round(values[values.length - 1] - values[0]));
    }
}
