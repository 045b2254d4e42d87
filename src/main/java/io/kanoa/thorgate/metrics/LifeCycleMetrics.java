package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.Trials;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.workload.SwapTimes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Loads and swaps: few trials, each of them a fresh start of an engine. */
final class LifeCycleMetrics {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final String NO_SWAP = "no models were swapped";

    private LifeCycleMetrics() {}

    static Map<Metric, Observations> of(Evidence evidence) {
        return Map.of(
                Metric.MODEL_LOAD_TIME,
                trials(
                        evidence.starts().stream().filter(EngineStart::isLoad).toList(),
                        LifeCycleMetrics::loadSeconds,
                        "no load of a model was measured"),
                Metric.MODEL_SWAP_TIME,
                trials(evidence.swaps(), LifeCycleMetrics::swapSeconds, NO_SWAP),
                Metric.MEMORY_RETURNED_AFTER_UNLOAD,
                trials(evidence.swaps(), SwapTimes::memoryReturnedBytes, NO_SWAP + " with memory readings"));
    }

    private static <T> Observations trials(List<T> events, ToDoubleFunction<T> value, String reason) {
        double[] values = events.stream().mapToDouble(value).toArray();
        return Arrays.stream(values).allMatch(Double::isNaN) ? new Missing(reason) : new Trials(values);
    }

    private static double loadSeconds(EngineStart start) {
        return start.loadNanos() / NANOS_PER_SECOND;
    }

    private static double swapSeconds(SwapTimes swap) {
        return swap.totalNanos() / NANOS_PER_SECOND;
    }
}
