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
        all.putAll(PowerMetrics.of(evidence));
        all.putAll(MemoryMetrics.of(evidence.samples()));
        all.putAll(LifeCycleMetrics.of(evidence));
        return Collections.unmodifiableMap(all);
    }
}
