package io.kanoa.thorgate.telemetry;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of a window the samples speak for, by channel. A sample speaks for one period before and one after it, so that
 * a single tick left out does no harm and a sensor that stops, stalls or skips is seen.
 *
 * @param byChannel share of the window, 0 to 1; channels without a sample in reach are not there
 */
public record Coverage(Map<String, Double> byChannel) {

    public Coverage {
        byChannel = Map.copyOf(byChannel);
    }

    /**
     * The coverage of a window.
     *
     * @param samples in the order of their times; those just outside the window count as far as they reach into it
     * @param fromNanos start of the window
     * @param toNanos end of the window; nothing is covered where it is not after the start
     * @param period at which the channels were to be sampled
     */
    public static Coverage of(List<Sample> samples, long fromNanos, long toNanos, Duration period) {
        Map<String, CoveredTime> covered = new HashMap<>();
        for (Sample sample : samples) {
            for (String channel : sample.values().keySet()) {
                covered.computeIfAbsent(channel, c -> new CoveredTime(toNanos - fromNanos, period.toNanos()))
                        .add(sample.nanos() - fromNanos);
            }
        }
        Map<String, Double> shares = new HashMap<>();
        covered.forEach((channel, time) -> shares.put(channel, time.share()));
        return new Coverage(shares);
    }

    /** The share of the window that samples of this channel speak for, 0 to 1. */
    public double of(String channel) {
        return byChannel.getOrDefault(channel, 0.0);
    }
}
