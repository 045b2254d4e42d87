package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.telemetry.Sample;
import io.kanoa.thorgate.telemetry.SampleChannels;
import java.util.List;

/** The channels that energy is told from. */
final class PowerChannels {

    private static final List<String> ALL = List.of(
            SampleChannels.VIN_POWER_W,
            SampleChannels.RAILS_POWER_W,
            SampleChannels.GPU_POWER_W,
            SampleChannels.PACKAGE_POWER_W);

    private PowerChannels() {}

    /** Whether each power channel that {@code samples} carry at all has one at {@code nanos} or later. */
    static boolean reach(List<Sample> samples, long nanos) {
        return ALL.stream().allMatch(channel -> newest(samples, channel) >= nanos || isAbsent(samples, channel));
    }

    /** Whether {@code samples} carry any power at all. */
    static boolean isAnyIn(List<Sample> samples) {
        return ALL.stream().anyMatch(channel -> !isAbsent(samples, channel));
    }

    private static boolean isAbsent(List<Sample> samples, String channel) {
        return samples.stream().noneMatch(sample -> carries(sample, channel));
    }

    private static long newest(List<Sample> samples, String channel) {
        return samples.stream()
                .filter(sample -> carries(sample, channel))
                .mapToLong(Sample::nanos)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private static boolean carries(Sample sample, String channel) {
        return Double.isFinite(sample.values().getOrDefault(channel, Double.NaN));
    }
}
