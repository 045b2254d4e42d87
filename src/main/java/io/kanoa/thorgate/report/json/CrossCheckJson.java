package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.metrics.CrossCheck;
import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.plan.Unit;

/** The engine's own timing of a row beside the client's. */
final class CrossCheckJson {

    private CrossCheckJson() {}

    static ArrayNode of(Evidence evidence) {
        ArrayNode checks = Nodes.array();
        CrossCheck.of(evidence).forEach(check -> checks.add(of(check)));
        return checks;
    }

    private static ObjectNode of(CrossCheck check) {
        ObjectNode node = Nodes.object().put("what", check.quantity().fieldName());
        node.set("engine", side(check.quantity().engineFormula(), check.engine()));
        node.set("client", side(check.quantity().clientFormula(), check.client()));
        node.set("disagreement", Nodes.quantity(check.disagreement(), Unit.PERCENT));
        node.set("n", Nodes.quantity(check.n(), "requests"));
        return node;
    }

    private static ObjectNode side(String formula, double rate) {
        ObjectNode node = Nodes.object().put("formula", formula);
        node.setAll(Nodes.quantity(rate, Unit.TOKENS_PER_SECOND));
        return node;
    }
}
