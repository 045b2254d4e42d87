package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.metrics.DecodeCurve;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.ContextCurve;
import io.kanoa.thorgate.report.ContextLine;
import io.kanoa.thorgate.report.RunResult;

/** What longer contexts cost. */
final class ContextJson {

    private ContextJson() {}

    static ArrayNode of(RunResult run) {
        ArrayNode curves = Nodes.array();
        ContextCurve.of(run.rows()).forEach(curve -> curves.add(of(curve)));
        return curves;
    }

    private static ObjectNode of(ContextCurve curve) {
        ObjectNode node =
                Nodes.object().put("model", Nodes.text(curve.model())).put("engine", Nodes.text(curve.engine()));
        ArrayNode lines = node.putArray("lines");
        curve.lines().forEach(line -> lines.add(of(line)));
        return node;
    }

    private static ObjectNode of(ContextLine line) {
        ObjectNode node = Nodes.object().put("row", Nodes.text(line.row()));
        node.set("position", Nodes.quantity(line.position(), Unit.TOKENS));
        for (Metric metric : ContextLine.METRICS) {
            node.set(metric.fieldName(), Nodes.quantity(line.value(metric), metric.unit()));
        }
        node.set("ceiling", Nodes.quantity(line.ceiling(), Unit.TOKENS_PER_SECOND));
        node.set("added_per_1000_tokens", Nodes.quantity(line.addedMillis(), Unit.MILLISECONDS));
        ArrayNode decode = node.putArray("decode_by_position");
        line.decode().points().forEach(point -> decode.add(of(point)));
        return node;
    }

    private static ObjectNode of(DecodeCurve.Point point) {
        ObjectNode node = Nodes.object();
        node.set("from", Nodes.quantity(point.fromPosition(), Unit.TOKENS));
        node.set("to", Nodes.quantity(point.toPosition(), Unit.TOKENS));
        node.set("rate", Nodes.quantity(point.tokensPerSecond(), Unit.TOKENS_PER_SECOND));
        return node;
    }
}
