package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.report.Resumption;

/** How a run came to be that was cut and gone on with. */
final class ResumptionJson {

    private ResumptionJson() {}

    static ObjectNode of(Resumption resumption) {
        ObjectNode node = Nodes.object();
        node.put("first_started", resumption.firstStarted().toString());
        node.set("times", Nodes.quantity(resumption.times(), "times"));
        ArrayNode cut = node.putArray("cut");
        resumption.earlier().forEach(session -> {
            ObjectNode one = cut.addObject().put("started", session.started().toString());
            one.put("until", session.until().toString());
        });
        node.set("carried_over", Nodes.texts(resumption.carriedOver()));
        node.set("remarks", Nodes.texts(resumption.remarks()));
        return node;
    }
}
