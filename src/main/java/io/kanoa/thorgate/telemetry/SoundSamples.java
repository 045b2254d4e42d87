package io.kanoa.thorgate.telemetry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Samples without the readings that cannot be true, because a sensor jumped: a counter that was reset, a figure in the
 * wrong unit. What is left out leaves a hole, which the {@link Coverage} shows.
 *
 * @param samples in their order, without those readings
 * @param jumps one sentence for each channel that had any
 */
public record SoundSamples(List<Sample> samples, List<String> jumps) {

    public SoundSamples {
        samples = List.copyOf(samples);
        jumps = List.copyOf(jumps);
    }

    /** Takes the jumps out of the samples of a row, which must be enough to show what is usual. */
    public static SoundSamples of(List<Sample> samples) {
        Map<String, Plausible> limits = limits(samples);
        List<Sample> sound = new ArrayList<>();
        Map<String, Integer> jumps = new HashMap<>();
        for (Sample sample : samples) {
            Map<String, Double> values = new HashMap<>(sample.values());
            values.entrySet().removeIf(reading -> isJump(reading, limits, jumps));
            sound.add(values.size() == sample.values().size() ? sample : sample.with(values));
        }
        return new SoundSamples(sound, texts(limits, jumps));
    }

    private static List<String> texts(Map<String, Plausible> limits, Map<String, Integer> jumps) {
        return limits.entrySet().stream()
                .filter(limit -> jumps.containsKey(limit.getKey()))
                .map(limit -> limit.getValue().text(limit.getKey(), jumps.getOrDefault(limit.getKey(), 0)))
                .toList();
    }

    private static boolean isJump(
            Map.Entry<String, Double> reading, Map<String, Plausible> limits, Map<String, Integer> jumps) {
        Plausible limit = limits.get(reading.getKey());
        if (limit == null || limit.holds(reading.getValue())) {
            return false;
        }
        jumps.merge(reading.getKey(), 1, Integer::sum);
        return true;
    }

    private static Map<String, Plausible> limits(List<Sample> samples) {
        Map<String, List<Double>> readings = new HashMap<>();
        for (Sample sample : samples) {
            sample.values().forEach((channel, value) -> {
                if (Plausible.concerns(channel)) {
                    readings.computeIfAbsent(channel, c -> new ArrayList<>()).add(value);
                }
            });
        }
        Map<String, Plausible> limits = new TreeMap<>();
        readings.forEach((channel, values) -> limits.put(channel, Plausible.of(channel, values)));
        return limits;
    }
}
