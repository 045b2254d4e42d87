package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.metrics.Observations.Extreme;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.telemetry.Sample;
import io.kanoa.thorgate.telemetry.SampleChannels;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** Highest and lowest memory over the row. */
final class MemoryMetrics {

    private MemoryMetrics() {}

    static Map<Metric, Observations> of(List<Sample> samples) {
        double[] available = readings(samples, SampleChannels.MEMORY_AVAILABLE_BYTES);
        double[] engine = readings(samples, SampleChannels.ENGINE_PSS_BYTES);
        return Map.of(
                Metric.MEMORY_USED_PEAK, extreme(used(samples), DoubleStream::max, "total and available memory"),
                Metric.MEMORY_AVAILABLE_MIN, extreme(available, DoubleStream::min, "available memory"),
                Metric.ENGINE_MEMORY_PEAK, extreme(engine, DoubleStream::max, "the engine's memory"));
    }

    private static Observations extreme(
            double[] values, Function<DoubleStream, OptionalDouble> which, String whatIsMissing) {
        return values.length == 0
                ? new Missing("no sample carries " + whatIsMissing)
                : new Extreme(which.apply(Arrays.stream(values)).orElseThrow(), values.length);
    }

    private static double[] readings(List<Sample> samples, String channel) {
        return finite(samples.stream().mapToDouble(sample -> reading(sample, channel)));
    }

    private static double[] used(List<Sample> samples) {
        return finite(samples.stream()
                .mapToDouble(sample -> reading(sample, SampleChannels.MEMORY_TOTAL_BYTES)
                        - reading(sample, SampleChannels.MEMORY_AVAILABLE_BYTES)));
    }

    private static double reading(Sample sample, String channel) {
        return sample.values().getOrDefault(channel, Double.NaN);
    }

    private static double[] finite(DoubleStream values) {
        return values.filter(Double::isFinite).toArray();
    }
}
