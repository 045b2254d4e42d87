package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.engine.ReportedFigure;
import io.kanoa.thorgate.engine.SecondOpinion;
import io.kanoa.thorgate.plan.Metric;
import java.util.List;

/** What others measured of a row. */
final class OpinionJson {

    private OpinionJson() {}

    static ArrayNode of(List<SecondOpinion> opinions) {
        ArrayNode node = Nodes.array();
        opinions.forEach(opinion -> node.add(of(opinion)));
        return node;
    }

    private static ObjectNode of(SecondOpinion opinion) {
        ObjectNode node = Nodes.object().put("tool", Nodes.text(opinion.tool()));
        node.set("command", Nodes.texts(opinion.command()));
        node.put("failure", opinion.failure().isEmpty() ? null : Nodes.text(opinion.failure()));
        ArrayNode figures = node.putArray("figures");
        opinion.figures().forEach(figure -> figures.add(of(figure)));
        return node;
    }

    private static ObjectNode of(ReportedFigure figure) {
        ObjectNode node =
                Nodes.object().put("name", Nodes.text(figure.name())).put("formula", Nodes.text(figure.formula()));
        node.setAll(Nodes.quantity(figure.value(), figure.unit()));
        node.set("n", Nodes.quantity(figure.n(), "observations"));
        node.put("our_metric", figure.ours().map(Metric::fieldName).orElse(null));
        return node;
    }
}
