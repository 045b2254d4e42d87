package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.plan.Metric;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Every metric of a row, from its evidence. */
public final class Metrics {

    private Metrics() {}

    /**
     * The observations behind every {@link Metric}, in the order of the enum.
     *
     * @return a value for each metric; {@link Observations.Missing} with the reason where the evidence does not give it
     */
    public static Map<Metric, Observations> of(Evidence evidence) {
        Map<Metric, Observations> all = new EnumMap<>(Metric.class);
        all.putAll(RequestMetrics.of(evidence.measured()));
        all.putAll(ThroughputMetrics.of(evidence.measured()));
        all.putAll(NeighbourMetrics.of(evidence));
        sensed(evidence).forEach((metric, sensed) -> all.put(metric, sensed.observations()));
        all.putAll(LifeCycleMetrics.of(evidence));
        all.put(Metric.IMAGE_TOKENS, ImageMetrics.tokens(evidence));
        all.putAll(VectorMetrics.of(evidence));
        all.put(Metric.FORMATS_SERVED, FormatMetrics.served(evidence));
        return Collections.unmodifiableMap(all);
    }

    /** Where the values of the metrics come from that are made of samples; without those that no sensor gives. */
    public static Map<Metric, Source> sources(Evidence evidence) {
        Map<Metric, Source> sources = new EnumMap<>(Metric.class);
        sensed(evidence).forEach((metric, sensed) -> sensed.source().ifPresent(source -> sources.put(metric, source)));
        return Collections.unmodifiableMap(sources);
    }

    private static Map<Metric, Sensed> sensed(Evidence evidence) {
        Sensors sensors = new Sensors(evidence);
        Map<Metric, Sensed> all = new EnumMap<>(Metric.class);
        all.putAll(PowerMetrics.of(sensors));
        all.putAll(MemoryMetrics.of(sensors));
        all.putAll(DeviceMetrics.of(sensors));
        return all;
    }
}
