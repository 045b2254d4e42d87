package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.verdict.Advice;
import io.kanoa.thorgate.verdict.TargetVerdict;
import java.util.Optional;

/** One judged target. Limit, measured value and bounds are in the metric's own unit. */
final class TargetJson {

    private TargetJson() {}

    static ObjectNode of(TargetVerdict verdict, Optional<Advice> advice) {
        Target target = verdict.target();
        Unit unit = target.metric().unit();
        ObjectNode node = Nodes.object();
        node.put("target", target.toString());
        node.put("verdict", verdict.decision().name());
        node.put("metric", target.metric().fieldName());
        node.put("formula", target.metric().formula());
        node.put("statistic", target.statistic().word());
        node.put("scope", target.scope().name());
        node.put("comparison", target.comparison().sign());
        node.set("limit", Nodes.quantity(target.limitInMetricUnit(), unit));
        node.set("measured", Nodes.quantity(verdict.measured(), unit));
        node.set("lower_bound", Nodes.quantity(verdict.lower(), unit));
        node.set("upper_bound", Nodes.quantity(verdict.upper(), unit));
        node.set("n", Nodes.quantity(verdict.n(), "observations"));
        node.put("method", verdict.method());
        node.put("reason", Nodes.text(verdict.reason()));
        advice.ifPresent(what -> node.put("advice", Nodes.text(what.text())));
        return node;
    }
}
