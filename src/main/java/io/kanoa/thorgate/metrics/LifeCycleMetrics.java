package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.Trials;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Work;
import java.util.HashMap;
import java.util.Map;

/** Loads and swaps: few trials, each of them a fresh start of an engine. */
final class LifeCycleMetrics {

    private static final double NANOS_PER_SECOND = 1e9;

    private LifeCycleMetrics() {}

    static Map<Metric, Observations> of(Evidence evidence) {
        Map<Metric, Observations> all = new HashMap<>(SwapMetrics.of(evidence));
        all.put(Metric.MODEL_LOAD_TIME, loads(evidence));
        return all;
    }

    /** Of a swap, the load that its row is about: other loads are of the other model, or out of the page cache. */
    private static Observations loads(Evidence evidence) {
        double[] seconds = evidence.starts().stream()
                .filter(EngineStart::isLoad)
                .mapToDouble(start -> start.loadNanos() / NANOS_PER_SECOND)
                .toArray();
        Missing missing = new Missing("no load of a model was measured");
        if (evidence.row().work() instanceof Work.Swap) {
            return SwapMetrics.loads(evidence).orElse(missing);
        }
        return seconds.length == 0 ? missing : new Trials(seconds);
    }
}
