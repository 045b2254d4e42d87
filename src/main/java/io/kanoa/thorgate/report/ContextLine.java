package io.kanoa.thorgate.report;

import io.kanoa.thorgate.metrics.DecodeCurve;
import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Summary;
import io.kanoa.thorgate.physics.Ceiling;
import io.kanoa.thorgate.physics.RowPhysics;
import io.kanoa.thorgate.plan.Metric;
import java.util.List;

/**
 * One context of a {@link ContextCurve}. What is not known is NaN.
 *
 * @param row its id
 * @param position in the context, prompt included, around which tokens were decoded
 * @param decode by position within the answers
 * @param values of {@link #METRICS}, in their order and units
 * @param ceiling of the decode rate, in tokens a second
 * @param addedMillis that each 1 000 tokens of context since the line before added to the time between two tokens; NaN for
 *     the first line
 */
public record ContextLine(
        String row, double position, DecodeCurve decode, List<Double> values, double ceiling, double addedMillis) {

    /** What a context's length bears upon. */
    public static final List<Metric> METRICS = List.of(
            Metric.INPUT_SEQUENCE_LENGTH,
            Metric.TIME_TO_FIRST_TOKEN,
            Metric.PREFILL_THROUGHPUT_PER_USER,
            Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER,
            Metric.INTER_TOKEN_LATENCY_GROWTH,
            Metric.ENGINE_MEMORY_PEAK,
            Metric.ENGINE_GPU_MEMORY_PEAK,
            Metric.ENGINE_MEMORY_GROWTH,
            Metric.KEY_VALUE_CACHE_MEMORY);

    public ContextLine {
        values = List.copyOf(values);
    }

    static ContextLine first(RowResult result) {
        DecodeCurve decode =
                result.evidence().map(Evidence::measured).map(DecodeCurve::of).orElseThrow();
        return new ContextLine(
                result.row().id(),
                decode.middle().orElse(Double.NaN),
                decode,
                METRICS.stream().map(metric -> value(metric, result)).toList(),
                result.physics()
                        .flatMap(RowPhysics::ceiling)
                        .map(Ceiling::tokensPerSecond)
                        .orElse(Double.NaN),
                Double.NaN);
    }

    static ContextLine after(ContextLine before, RowResult result) {
        ContextLine line = first(result);
        double millis = line.millisPerToken() - before.millisPerToken();
        double added = millis / ((line.position - before.position) / 1_000);
        return new ContextLine(line.row, line.position, line.decode, line.values, line.ceiling, added);
    }

    /** The value of one of {@link #METRICS}. */
    public double value(Metric metric) {
        return values.get(METRICS.indexOf(metric));
    }

    private double millisPerToken() {
        return 1_000 / value(Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER);
    }

    private static double value(Metric metric, RowResult result) {
        return Summary.of(metric, result.observed().getOrDefault(metric, new Missing("not observed")))
                .map(Summary::point)
                .orElse(Double.NaN);
    }
}
