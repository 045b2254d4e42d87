package io.kanoa.thorgate.engine.vllm.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.ReportedFigure;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code vllm bench latency} writes, all times in seconds; untrusted. */
record LatencyResult(JsonNode json) {

    private static final String FORMULA = "time of one offline call for one prompt: prefill and all tokens, no HTTP";

    /** @throws EngineException if it timed nothing */
    List<ReportedFigure> figures() {
        if (json.path("latencies").isEmpty()) {
            throw new EngineException("vllm bench latency: its result holds no latencies", List.of());
        }
        JsonNode percentiles = json.path("percentiles");
        return Stream.of(
                        figure("mean", "avg_latency", json.path("avg_latency")),
                        figure("median", "percentiles.50", percentiles.path("50")),
                        figure("p90", "percentiles.90", percentiles.path("90")),
                        figure("p99", "percentiles.99", percentiles.path("99")))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<ReportedFigure> figure(String statistic, String field, JsonNode seconds) {
        return Optional.of(seconds)
                .filter(JsonNode::isNumber)
                .map(value -> new ReportedFigure(
                        Metric.REQUEST_LATENCY.fieldName() + " " + statistic,
                        field + ": " + FORMULA,
                        Unit.SECONDS.to(Unit.MILLISECONDS, value.doubleValue()),
                        Unit.MILLISECONDS,
                        json.path("latencies").size(),
                        Optional.of(Metric.REQUEST_LATENCY)));
    }
}
