package io.kanoa.thorgate.report.plot;

import io.kanoa.thorgate.workload.swap.SwapTimes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One swap, its parts in order.
 *
 * @param direction {@code there} as the row says, or {@code back}
 * @param files where those of the model that came were, e.g. {@code cold}
 * @param parts seconds by what they were spent on
 */
public record SwapParts(String direction, String files, Map<String, Double> parts) {

    private static final double NANOS_PER_SECOND = 1e9;

    /** The parts of one swap, in seconds. */
    public static SwapParts of(
            String direction,
            String files,
            double unload,
            double process,
            double weights,
            double ready,
            double firstToken) {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("unload", unload);
        parts.put("process start", process);
        parts.put("weights", weights);
        parts.put("until ready", ready);
        parts.put("first token", firstToken);
        return new SwapParts(direction, files, parts);
    }

    static List<SwapParts> of(List<SwapTimes> swaps) {
        return swaps.stream().map(SwapParts::of).toList();
    }

    double seconds() {
        return parts.values().stream().mapToDouble(part -> part).sum();
    }

    private static SwapParts of(SwapTimes swap) {
        return of(
                swap.swap().direction().toString(),
                swap.swap().state().toString(),
                swap.unload().nanos() / NANOS_PER_SECOND,
                swap.processNanos() / NANOS_PER_SECOND,
                swap.weightsNanos() / NANOS_PER_SECOND,
                swap.readyNanos() / NANOS_PER_SECOND,
                swap.firstTokenNanos() / NANOS_PER_SECOND);
    }
}
