package io.kanoa.thorgate.telemetry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of some spans of time the samples speak for, by channel. A sample speaks for one period of its sensor before
 * and one after it, so that a single tick left out does no harm and a sensor that stops, stalls or skips is seen.
 *
 * @param byChannel share of the spans, 0 to 1; channels without a sample are not there
 */
public record Coverage(Map<String, Double> byChannel) {

    public Coverage {
        byChannel = Map.copyOf(byChannel);
    }

    /**
     * The coverage of spans.
     *
     * @param samples in the order of their times; those just outside a span count as far as they reach into it
     * @param spans in order; none overlaps another; nothing is covered where all are empty
     */
    public static Coverage of(List<Sample> samples, List<Span> spans) {
        if (spans.isEmpty()) {
            return new Coverage(Map.of());
        }
        long origin = spans.get(0).fromNanos();
        List<Span> sinceOrigin = spans.stream().map(span -> span.since(origin)).toList();
        Map<String, CoveredTime> covered = new HashMap<>();
        for (Sample sample : samples) {
            for (String channel : sample.values().keySet()) {
                covered.computeIfAbsent(channel, c -> new CoveredTime(sinceOrigin))
                        .add(sample.nanos() - origin, sample.reachNanos());
            }
        }
        Map<String, Double> shares = new HashMap<>();
        covered.forEach((channel, time) -> shares.put(channel, time.share()));
        return new Coverage(shares);
    }

    /** The share of the spans that samples of this channel speak for, 0 to 1. */
    public double of(String channel) {
        return byChannel.getOrDefault(channel, 0.0);
    }
}
