package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.metrics.Summary;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.ComparisonLine;
import io.kanoa.thorgate.report.EngineComparison;
import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.verdict.MeanRatio;
import java.util.Optional;

/** Engines side by side. */
final class ComparisonJson {

    private ComparisonJson() {}

    static ArrayNode of(RunResult run) {
        ArrayNode comparisons = Nodes.array();
        EngineComparison.of(run.rows()).forEach(comparison -> comparisons.add(of(comparison)));
        return comparisons;
    }

    private static ObjectNode of(EngineComparison comparison) {
        ObjectNode node =
                Nodes.object().put("id", Nodes.text(comparison.id())).put("model", Nodes.text(comparison.model()));
        node.set("engines", Nodes.texts(comparison.engines()));
        ArrayNode metrics = node.putArray("metrics");
        comparison.lines().forEach(line -> metrics.add(of(line, comparison)));
        return node;
    }

    private static ObjectNode of(ComparisonLine line, EngineComparison comparison) {
        ObjectNode node = Nodes.object().put("metric", line.metric().fieldName());
        node.put("unit", line.metric().unit().symbol());
        ArrayNode values = node.putArray("values");
        line.values().forEach(value -> values.add(point(value)));
        node.put("outcome", Nodes.text(line.outcome(comparison.engines())));
        node.put("winner", line.showsWinner() ? Nodes.text(comparison.engines().get(line.best())) : null);
        node.set("lead", line.lead().map(ComparisonJson::lead).orElse(NullNode.getInstance()));
        return node;
    }

    private static JsonNode point(Optional<Summary> value) {
        return Nodes.number(value.map(Summary::point).orElse(Double.NaN));
    }

    private static JsonNode lead(MeanRatio ratio) {
        ObjectNode node = Nodes.object();
        node.put("formula", "best / next best with a 95 % interval: " + ratio.method());
        node.put("unit", Unit.TIMES.symbol());
        node.set("value", Nodes.number(ratio.ratio()));
        node.set("lower", Nodes.number(ratio.lower()));
        node.set("upper", Nodes.number(ratio.upper()));
        return node;
    }
}
