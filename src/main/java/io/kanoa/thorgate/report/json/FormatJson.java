package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.workload.format.FormatProbe;
import java.util.List;

/** What became of each weight format that a row tried. */
final class FormatJson {

    private FormatJson() {}

    static ArrayNode of(List<FormatProbe> probes) {
        ArrayNode node = Nodes.array();
        probes.forEach(probe -> node.add(of(probe)));
        return node;
    }

    private static ObjectNode of(FormatProbe probe) {
        ObjectNode node = Nodes.object();
        node.put("format", probe.format().name());
        node.put("layout", probe.layout());
        node.put("outcome", probe.outcome().toString());
        node.put("held", Nodes.text(probe.held()));
        node.put("words", Nodes.text(probe.words()));
        node.set("start", Nodes.seconds(probe.startNanos()));
        node.set("answer", Nodes.quantity(probe.tokens(), Unit.TOKENS));
        return node;
    }
}
