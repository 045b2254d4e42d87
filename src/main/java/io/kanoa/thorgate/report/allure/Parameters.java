package io.kanoa.thorgate.report.allure;

import io.kanoa.thorgate.plan.Context;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.plan.WorkShape;
import io.kanoa.thorgate.report.PlainText;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.TargetLine;
import io.kanoa.thorgate.report.WorkOutline;
import io.qameta.allure.model.Parameter;
import java.util.ArrayList;
import java.util.List;

/** A row's inputs, and what was measured; the latter without a part in the row's identity. */
final class Parameters {

    private static final int LONGEST = 200;

    private final List<Parameter> parameters = new ArrayList<>();

    private Parameters() {}

    static List<Parameter> of(RowResult result) {
        Parameters all = new Parameters();
        all.inputs(WorkOutline.of(result.row()), result.row().sampling());
        all.shape(result.row().work());
        TargetLine.of(result).forEach(all::measured);
        return all.parameters;
    }

    private void inputs(WorkOutline outline, Sampling sampling) {
        outline.parts().forEach(part -> add("model, " + part.role(), model(part), false));
        add("engine", outline.engineNames(), false);
        outline.context().ifPresent(context -> add("context", context(context), false));
        add("output length", sampling.outputTokens() + " tokens", false);
        add(
                "requests",
                "at most " + sampling.requests() + " after " + sampling.warmUpRequests() + " of warm-up",
                false);
    }

    private void shape(Work work) {
        if (work instanceof Work.SingleUser user) {
            WorkShape shape = user.shape();
            if (!shape.workload().isEmpty()) {
                add("workload", shape.workload() + (shape.reasons() ? ", with reasoning" : ""), false);
            }
            if (shape.images().areAsked()) {
                add("images", shape.images().toString(), false);
            }
        }
    }

    private void measured(TargetLine line) {
        add(line.target().subject(), line.measuredText(), true);
    }

    private void add(String name, String value, boolean excluded) {
        parameters.add(new Parameter()
                .setName(PlainText.line(name, LONGEST))
                .setValue(PlainText.line(value, LONGEST))
                .setExcluded(excluded));
    }

    private static String model(WorkOutline.Part part) {
        Model model = part.serving().model();
        if (model.isSubstitute()) {
            return model.id() + " (substitute: " + model.title() + ")";
        }
        return model.id() + (model.standIn() == null ? "" : " (stand-in)");
    }

    private static String context(Context context) {
        return context.label() + " (" + context.tokens() + " tokens)";
    }
}
