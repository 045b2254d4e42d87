package io.kanoa.thorgate.engine.vllm.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.ReportedFigure;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code vllm bench serve} writes; untrusted. */
record ServeResult(JsonNode json) {

    /** A time that it sums up, and how it takes it. */
    private enum Timing {
        TTFT(Metric.TIME_TO_FIRST_TOKEN, "first chunk with text - request sent, by the tool's client"),
        TPOT(Metric.TIME_PER_OUTPUT_TOKEN, "(last chunk - first chunk) / (output tokens - 1), per request"),
        ITL(Metric.INTER_CHUNK_LATENCY, "gaps between chunks as the tool's client sees them, pooled over requests"),
        E2EL(Metric.REQUEST_LATENCY, "last chunk - request sent, by the tool's client");

        private final Metric ours;
        private final String formula;

        Timing(Metric ours, String formula) {
            this.ours = ours;
            this.formula = formula;
        }

        String field(String statistic) {
            return statistic + "_" + name().toLowerCase(Locale.ROOT) + "_ms";
        }
    }

    /** @throws EngineException if a request of its failed, or there was none */
    List<ReportedFigure> figures() {
        long failed = json.path("failed").asLong(0);
        if (completed() == 0 || failed > 0) {
            throw new EngineException(
                    "vllm bench serve: " + completed() + " requests completed, " + failed
                            + " failed; its figures would be no second opinion",
                    List.of());
        }
        List<ReportedFigure> figures = new ArrayList<>();
        for (Timing timing : Timing.values()) {
            for (String statistic : List.of("mean", "median", "p99")) {
                figure(timing, statistic).ifPresent(figures::add);
            }
        }
        figures.add(tokens("input_sequence_length mean", "total_input_tokens", Metric.INPUT_SEQUENCE_LENGTH));
        figures.add(tokens("output_sequence_length mean", "total_output_tokens", Metric.OUTPUT_SEQUENCE_LENGTH));
        return figures;
    }

    private Optional<ReportedFigure> figure(Timing timing, String statistic) {
        return Optional.of(json.path(timing.field(statistic)))
                .filter(JsonNode::isNumber)
                .map(value -> new ReportedFigure(
                        timing.ours.fieldName() + " " + statistic,
                        timing.field(statistic) + ": " + timing.formula,
                        value.doubleValue(),
                        Unit.MILLISECONDS,
                        completed(),
                        Optional.of(timing.ours)));
    }

    private ReportedFigure tokens(String name, String field, Metric ours) {
        return new ReportedFigure(
                name,
                field + " / completed",
                json.path(field).asDouble() / completed(),
                Unit.TOKENS,
                completed(),
                Optional.of(ours));
    }

    private long completed() {
        return json.path("completed").asLong(0);
    }
}
