package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.physics.RowPhysics;
import io.kanoa.thorgate.physics.TargetPhysics;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.Infeasible;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.SpeedLimit;
import java.util.Locale;

/** What physics allows of a row, and how much of that was reached. */
final class PhysicsJson {

    private PhysicsJson() {}

    static ObjectNode of(RowResult result, RowPhysics physics) {
        ObjectNode node = Nodes.object().put("outcome", physics.outcome().name().toLowerCase(Locale.ROOT));
        node.set(
                "ceiling",
                Nodes.quantity(
                        physics.ceiling().map(c -> c.tokensPerSecond()).orElse(Double.NaN), Unit.TOKENS_PER_SECOND));
        node.set(
                "share_of_ceiling",
                Nodes.quantity(
                        SpeedLimit.share(result).map(s -> 100 * s.share()).orElse(Double.NaN), Unit.PERCENT));
        node.set(
                "memory",
                Nodes.quantity(
                        physics.memory().stream()
                                .mapToDouble(need -> need.bytes())
                                .max()
                                .orElse(Double.NaN),
                        Unit.BYTES));
        node.set(
                "load_floor",
                Nodes.quantity(
                        physics.floor().map(f -> f.seconds().orElse(Double.NaN)).orElse(Double.NaN), Unit.SECONDS));
        ArrayNode targets = node.putArray("targets");
        physics.targets().forEach(target -> targets.add(of(target)));
        node.put("loading", Nodes.text(physics.loading().reason()));
        node.set("arithmetic", Nodes.texts(Infeasible.arithmetic(physics)));
        return node;
    }

    private static ObjectNode of(TargetPhysics judged) {
        return Nodes.object()
                .put(
                        "target",
                        Nodes.text(judged.target().subject() + " "
                                + judged.target().bound()))
                .put("outcome", judged.feasibility().outcome().name().toLowerCase(Locale.ROOT))
                .put("reason", Nodes.text(judged.feasibility().reason()))
                .put("advice", Nodes.text(judged.feasibility().advice()));
    }
}
