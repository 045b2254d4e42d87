package io.kanoa.thorgate.metrics;

import static io.kanoa.thorgate.telemetry.SampleChannels.ENGINE_GPU_MEMORY_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.ENGINE_PSS_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_MEMORY_USED_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.MEMORY_AVAILABLE_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.MEMORY_TOTAL_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.OOM_KILLS_COUNT;

import io.kanoa.thorgate.metrics.Observations.Extreme;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.telemetry.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Highest and lowest memory over the row. The machine's memory must be covered over the whole row, since loading may need
 * the most; the engine's while requests ran, since at other times there may be no engine.
 */
final class MemoryMetrics {

    private MemoryMetrics() {}

    static Map<Metric, Sensed> of(Sensors sensors) {
        Source available = sensors.overRow(List.of(MEMORY_AVAILABLE_BYTES));
        Source engine = sensors.overRequests(List.of(ENGINE_PSS_BYTES));
        Source gpu = sensors.overRequests(List.of(ENGINE_GPU_MEMORY_BYTES));
        return Map.ofEntries(
                Map.entry(Metric.ENGINE_MEMORY_GROWTH, growth(sensors, engine, gpu)),
                Map.entry(Metric.KEY_VALUE_CACHE_MEMORY, cache(sensors)),
                Map.entry(
                        Metric.MEMORY_USED_PEAK,
                        extreme(
                                sensors,
                                available,
                                MemoryMetrics::used,
                                DoubleStream::max,
                                "total and available memory")),
                Map.entry(
                        Metric.MEMORY_AVAILABLE_MIN,
                        extreme(
                                sensors,
                                available,
                                s -> reading(s, MEMORY_AVAILABLE_BYTES),
                                DoubleStream::min,
                                "available memory")),
                Map.entry(
                        Metric.ENGINE_MEMORY_PEAK,
                        extreme(
                                sensors,
                                engine,
                                s -> reading(s, ENGINE_PSS_BYTES),
                                DoubleStream::max,
                                "the engine's memory")),
                Map.entry(
                        Metric.ENGINE_GPU_MEMORY_PEAK,
                        extreme(
                                sensors,
                                gpu,
                                s -> reading(s, ENGINE_GPU_MEMORY_BYTES),
                                DoubleStream::max,
                                "the engine's GPU memory")),
                Map.entry(Metric.ENGINE_MEMORY_OVERHEAD, overhead(sensors, engine, gpu)),
                Map.entry(Metric.OUT_OF_MEMORY_KILLS, kills(sensors)));
    }

    private static Sensed extreme(
            Sensors sensors,
            Source source,
            ToDoubleFunction<Sample> reading,
            Function<DoubleStream, OptionalDouble> which,
            String whatIsMissing) {
        return Extremes.of(
                sensors,
                source,
                sensors.samples().stream().mapToDouble(reading),
                which,
                "no sample carries " + whatIsMissing);
    }

    private static Sensed overhead(Sensors sensors, Source engine, Source gpu) {
        boolean hasGpu = sensors.have(GPU_MEMORY_USED_BYTES);
        double[] held = highest(sensors, ENGINE_PSS_BYTES);
        double[] onGpu = highest(sensors, ENGINE_GPU_MEMORY_BYTES);
        OptionalDouble weights = sensors.evidence().weightBytes();
        if (weights.isEmpty() || held.length == 0 || (hasGpu && onGpu.length == 0)) {
            return Sensed.absent(
                    weights.isEmpty()
                            ? "the bytes of the weights are not known"
                            : "no sample carries the engine's memory" + (held.length == 0 ? "" : " on the GPU"));
        }
        double sum = held[0] + (hasGpu ? onGpu[0] : 0) - weights.getAsDouble();
        return sensors.value(
                engine.and(gpu, hasGpu),
                () -> new Extreme(sum, sensors.samples().size()));
    }

    /** Highest while requests ran against the first reading after the row's first request was sent. */
    private static Sensed growth(Sensors sensors, Source engine, Source gpu) {
        boolean hasGpu = sensors.have(GPU_MEMORY_USED_BYTES);
        OptionalDouble grown = sensors.growth(ENGINE_PSS_BYTES);
        OptionalDouble onGpu = hasGpu ? sensors.growth(ENGINE_GPU_MEMORY_BYTES) : OptionalDouble.of(0);
        return grown.isEmpty() || onGpu.isEmpty()
                ? Sensed.absent("no sample carries the engine's memory while requests ran")
                : sensors.value(
                        engine.and(gpu, hasGpu),
                        () -> new Extreme(
                                grown.getAsDouble() + onGpu.getAsDouble(),
                                sensors.samples().size()));
    }

    /** Of the row's first engine: other rows that a metric of one model is for have no more. */
    private static Sensed cache(Sensors sensors) {
        OptionalDouble told = sensors.evidence().starts().stream()
                .flatMapToDouble(start -> start.cache().bytes().stream())
                .findFirst();
        return told.isPresent()
                ? new Sensed(Optional.empty(), new Extreme(told.getAsDouble(), 1))
                : Sensed.absent("the engine does not say how much memory it set aside for keys and values");
    }

    /** The highest reading, or nothing. */
    private static double[] highest(Sensors sensors, String channel) {
        return Arrays.stream(sensors.curve(channel).values()).max().stream().toArray();
    }

    /** What the kernel has counted since the row's first sample. */
    private static Sensed kills(Sensors sensors) {
        double[] counter = sensors.curve(OOM_KILLS_COUNT).values();
        return Extremes.of(
                sensors,
                sensors.overRow(List.of(OOM_KILLS_COUNT)),
                Arrays.stream(counter).map(count -> count - counter[0]),
                DoubleStream::max,
                "no sample carries the kernel's count of such kills");
    }

    private static double used(Sample sample) {
        return reading(sample, MEMORY_TOTAL_BYTES) - reading(sample, MEMORY_AVAILABLE_BYTES);
    }

    private static double reading(Sample sample, String channel) {
        return sample.values().getOrDefault(channel, Double.NaN);
    }
}
