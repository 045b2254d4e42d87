package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.verdict.Course;
import io.kanoa.thorgate.verdict.Look;
import io.kanoa.thorgate.verdict.Steadiness;
import java.util.Map;

/** How the sampling of a row went: the looks, their bounds, why it ended, and whether the series was steady. */
final class CourseJson {

    private static final String REQUESTS = "requests";

    private CourseJson() {}

    static ObjectNode of(Course course) {
        ObjectNode node = Nodes.object();
        node.set("warm_up", Nodes.quantity(course.warmUp(), REQUESTS));
        node.set("measured", Nodes.quantity(course.requests(), REQUESTS));
        node.set("cap", Nodes.quantity(course.cap(), REQUESTS));
        node.put("ended", Nodes.text(course.ended()));
        course.steadiness().ifPresent(steadiness -> node.set("steadiness", steadiness(steadiness)));
        ArrayNode looks = node.putArray("looks");
        course.looks().forEach(look -> looks.add(look(look)));
        ArrayNode starts = node.putArray("figures_by_start");
        course.starts().forEach(start -> starts.add(figures(start)));
        return node;
    }

    private static ObjectNode look(Look look) {
        Unit unit = look.target().metric().unit();
        ObjectNode node = Nodes.object();
        node.set("after", Nodes.quantity(look.requests(), REQUESTS));
        node.put("target", look.target().toString());
        node.put("found", look.decision().name());
        node.set("measured", Nodes.quantity(look.measured(), unit));
        node.set("lower_bound", Nodes.quantity(look.lower(), unit));
        node.set("upper_bound", Nodes.quantity(look.upper(), unit));
        if (look.boundary().failAtLeast() >= 0) {
            node.set("pass_at_most", Nodes.quantity(look.boundary().passAtMost(), "values beyond the limit"));
            node.set("fail_at_least", Nodes.quantity(look.boundary().failAtLeast(), "values beyond the limit"));
        } else {
            node.set("level", Nodes.quantity(look.boundary().level(), "probability"));
        }
        return node;
    }

    private static ObjectNode steadiness(Steadiness steadiness) {
        ObjectNode node = Nodes.object();
        node.put("steady", steadiness.isSteady());
        node.put("reason", Nodes.text(steadiness.reason()));
        node.set("values", Nodes.quantity(steadiness.n(), REQUESTS));
        node.set("warm_up_left", Nodes.quantity(steadiness.warmUp(), REQUESTS));
        node.set("warm_up_p", Nodes.quantity(steadiness.first().pValue(), "probability"));
        node.set("last", Nodes.quantity(steadiness.last().length(), REQUESTS));
        node.set("last_p", Nodes.quantity(steadiness.last().pValue(), "probability"));
        node.set("last_change", Nodes.quantity(100 * steadiness.last().change(), Unit.PERCENT));
        node.set("drift", Nodes.quantity(100 * steadiness.drift(), Unit.PERCENT));
        node.set("drift_p", Nodes.quantity(steadiness.driftP(), "probability"));
        node.set("step_after", Nodes.quantity(steadiness.step(), REQUESTS));
        node.set("step", Nodes.quantity(100 * steadiness.stepChange(), Unit.PERCENT));
        node.set("step_p", Nodes.quantity(steadiness.stepP(), "probability"));
        node.set("throttled", Nodes.quantity(steadiness.throttled().events(), "times"));
        node.put("warms_up", steadiness.warmsUp());
        node.put("jumps", steadiness.jumps());
        return node;
    }

    private static ArrayNode figures(Map<Target, Double> start) {
        ArrayNode node = Nodes.array();
        start.forEach((target, figure) -> {
            ObjectNode one = node.addObject().put("target", target.toString());
            one.set("figure", Nodes.quantity(figure, target.metric().unit()));
        });
        return node;
    }
}
