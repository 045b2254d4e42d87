package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.telemetry.Sample;
import io.kanoa.thorgate.telemetry.SampleChannels;
import io.kanoa.thorgate.telemetry.SoundSamples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the machine drew before the run started anything.
 *
 * @param watts by power channel; a channel that is not there is not known
 * @param absence why none is known; empty where some are
 */
public record IdlePower(Map<String, Double> watts, String absence) {

    public static final IdlePower NOT_MEASURED = absent("idle power was not measured");

    public IdlePower {
        watts = Map.copyOf(watts);
    }

    /** The mean of each power channel over samples that were taken while nothing ran. */
    public static IdlePower of(List<Sample> samples) {
        Map<String, List<Double>> readings = new HashMap<>();
        for (Sample sample : SoundSamples.of(samples).samples()) {
            sample.values().forEach((channel, watts) -> {
                if (SampleChannels.isPower(channel)) {
                    readings.computeIfAbsent(channel, c -> new ArrayList<>()).add(watts);
                }
            });
        }
        Map<String, Double> means = new TreeMap<>();
        readings.forEach((channel, watts) -> means.put(channel, mean(watts)));
        return means.isEmpty() ? absent("no power sensor gave a value before the run") : new IdlePower(means, "");
    }

    /** It is not known, for this reason. */
    public static IdlePower absent(String reason) {
        return new IdlePower(Map.of(), reason);
    }

    /** Of these channels together; NaN where one of them is not known. */
    double of(Source source) {
        return source.channels().stream()
                .mapToDouble(channel -> watts.getOrDefault(channel, Double.NaN))
                .sum();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
    }
}
