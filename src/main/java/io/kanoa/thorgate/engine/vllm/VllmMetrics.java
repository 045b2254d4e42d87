package io.kanoa.thorgate.engine.vllm;

import java.util.HashMap;
import java.util.Map;

/**
 * vLLM's metrics at one moment, or what was added to them between two.
 *
 * @param values by name, summed over labels
 */
record VllmMetrics(Map<String, Double> values) {

    VllmMetrics {
        values = Map.copyOf(values);
    }

    /** @param text in Prometheus' format */
    static VllmMetrics parse(String text) {
        return new VllmMetrics(PrometheusText.sums(text));
    }

    /** The value of a metric; 0 where there is none, as of a counter that has counted nothing. */
    double value(String name) {
        return values.getOrDefault(name, 0.0);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** What was added since an earlier moment. Counters begin again when the engine does: then there is nothing to tell. */
    VllmMetrics since(VllmMetrics earlier) {
        Map<String, Double> added = new HashMap<>();
        values.forEach((name, value) -> added.put(name, value - earlier.value(name)));
        return new VllmMetrics(added);
    }

    boolean isIdle() {
        return value("vllm:num_requests_running") == 0 && value("vllm:num_requests_waiting") == 0;
    }
}
