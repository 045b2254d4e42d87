package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.metrics.Metrics;
import io.kanoa.thorgate.metrics.Source;
import io.kanoa.thorgate.metrics.Throttling;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.RowWarnings;
import io.kanoa.thorgate.verdict.Decision;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One row of the results file. */
public final class RowJson {

    private static final int LOG_LINES = 40;

    private RowJson() {}

    /** The row as it stands in the results file, indented, with a line feed at its end. */
    public static String pretty(RowResult result) {
        return PrettyJson.of(of(result));
    }

    static ObjectNode of(RowResult result) {
        ObjectNode node = Nodes.object();
        node.put("id", Nodes.text(result.row().id()));
        node.put("scenario", Nodes.text(result.row().scenario()));
        node.put("verdict", result.decision().name());
        node.put("reason", Nodes.text(result.verdict().reason()));
        node.put("started", Instant.ofEpochMilli(result.startedEpochMillis()).toString());
        node.set("duration", Nodes.seconds(result.durationNanos()));
        node.put("repeat", Nodes.text(result.repeatCommand()));
        node.set("work", WorkJson.of(result.row()));
        node.set("sampling", WorkJson.of(result.row().sampling()));
        node.set("course", CourseJson.of(result.course()));
        node.set("targets", targets(result));
        node.set("metrics", metrics(result));
        result.evidence().ifPresent(evidence -> add(node, result, evidence));
        node.set("warnings", Nodes.texts(RowWarnings.of(result)));
        result.physics().ifPresent(physics -> node.set("physics", PhysicsJson.of(result, physics)));
        node.set("second_opinions", OpinionJson.of(result.secondOpinions()));
        node.set("engine_log", engineLog(result));
        return node;
    }

    private static void add(ObjectNode node, RowResult result, Evidence evidence) {
        node.set("requests", EvidenceJson.requests(evidence));
        node.set("starts", EvidenceJson.starts(evidence));
        node.set("swaps", SwapJson.of(evidence.swaps()));
        if (result.row().work() instanceof Work.Swap work) {
            node.set("swap_study", SwapJson.study(work, result));
        }
        ArrayNode firstTokens = FirstTokenJson.of(evidence);
        if (!firstTokens.isEmpty()) {
            node.set("first_tokens", firstTokens);
        }
        if (!evidence.formats().isEmpty()) {
            node.set("formats", FormatJson.of(evidence.formats()));
        }
        evidence.vectors().ifPresent(vectors -> node.set("vectors", VectorJson.of(vectors)));
        node.set("cross_check", CrossCheckJson.of(evidence));
        node.set("idle_power", EvidenceJson.idlePower(evidence.idle()));
        node.set("throttled_by", Nodes.texts(Throttling.of(evidence).reasons()));
        node.set("raw", raw(result));
    }

    private static ArrayNode targets(RowResult result) {
        ArrayNode targets = Nodes.array();
        result.verdict()
                .targets()
                .forEach(target -> targets.add(TargetJson.of(
                        target, Optional.ofNullable(result.course().advice().get(target.target())))));
        return targets;
    }

    private static ArrayNode metrics(RowResult result) {
        ArrayNode metrics = Nodes.array();
        Map<Metric, Source> sources = result.evidence().map(Metrics::sources).orElse(Map.of());
        result.observed()
                .forEach((metric, observations) ->
                        metrics.add(MetricJson.of(metric, observations, Optional.ofNullable(sources.get(metric)))));
        return metrics;
    }

    private static ObjectNode raw(RowResult result) {
        return Nodes.object()
                .put("timelines", RawData.timelinesOf(result.row()))
                .put("samples", RawData.samplesOf(result.row()));
    }

    private static ArrayNode engineLog(RowResult result) {
        List<String> log = result.engineLogTail();
        Collection<String> shown = result.decision() == Decision.PASS
                ? List.of()
                : log.subList(Math.max(0, log.size() - LOG_LINES), log.size());
        return Nodes.texts(shown);
    }
}
