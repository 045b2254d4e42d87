package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.workload.calibration.Calibration;
import io.kanoa.thorgate.workload.calibration.ClientTimingError;
import io.kanoa.thorgate.workload.calibration.ErrorSpread;

/** How far the client's own times were off in this run. */
final class CalibrationJson {

    private static final String DELAY = "client's time of arrival - server's time right before its write, per token";
    private static final String FIRST_TOKEN =
            "client's time to first token - server's (first write - request received), per answer";
    private static final String GAP = "|client's gap between two tokens - server's|, per gap";
    private static final String SPAN = "p99 - min of the one-way delay";
    private static final String BLOCKED =
            "processor time of the reading threads / time from sending to last token, all answers";

    private CalibrationJson() {}

    static ObjectNode of(Calibration calibration) {
        ArrayNode loads = Nodes.array();
        calibration.errors().forEach(error -> loads.add(load(error)));
        ObjectNode node = Nodes.object();
        node.set("cost", Nodes.seconds(calibration.cost()));
        node.put("problem", Nodes.text(calibration.problem()));
        node.set("loads", loads);
        return node;
    }

    private static ObjectNode load(ClientTimingError error) {
        ObjectNode node = Nodes.object();
        node.set("streams", Nodes.quantity(error.load().streams(), "streams"));
        node.set("pace", Nodes.quantity(error.load().tokensPerSecond(), Unit.TOKENS_PER_SECOND));
        node.set("answers", Nodes.quantity(error.answers(), "answers"));
        node.set("one_way_delay", spread(DELAY, error.oneWayDelay(), "tokens"));
        node.set("first_token_error", spread(FIRST_TOKEN, error.firstToken(), "answers"));
        node.set("gap_error", spread(GAP, error.gap(), "gaps"));
        node.set("span_error", value(SPAN, error.spanMillis(), Unit.MILLISECONDS));
        node.set("client_blocked_ratio", value(BLOCKED, error.blockedRatio(), Unit.TIMES));
        return node;
    }

    private static ObjectNode spread(String formula, ErrorSpread spread, String counted) {
        ObjectNode node = Nodes.object().put("formula", formula);
        node.set("n", Nodes.quantity(spread.n(), counted));
        node.set("min", Nodes.quantity(spread.min(), Unit.MILLISECONDS));
        node.set("p50", Nodes.quantity(spread.p50(), Unit.MILLISECONDS));
        node.set("p99", Nodes.quantity(spread.p99(), Unit.MILLISECONDS));
        node.set("max", Nodes.quantity(spread.max(), Unit.MILLISECONDS));
        return node;
    }

    private static ObjectNode value(String formula, double value, Unit unit) {
        ObjectNode node = Nodes.object().put("formula", formula);
        node.setAll(Nodes.quantity(value, unit));
        return node;
    }
}
