package io.kanoa.thorgate.report;

import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.Plan;
import io.kanoa.thorgate.plan.Scenario;
import java.util.List;

/**
 * What a plan says beside its rows, so that results can be read without it.
 *
 * @param models that it weighs, in its order, whether a row runs them or not
 * @param scenarios in its order
 */
public record PlanOutline(List<Model> models, List<Scenario> scenarios) {

    /** Of a plan that is not at hand. */
    public static final PlanOutline UNKNOWN = new PlanOutline(List.of(), List.of());

    public PlanOutline {
        models = List.copyOf(models);
        scenarios = List.copyOf(scenarios);
    }

    public static PlanOutline of(Plan plan) {
        return new PlanOutline(
                List.copyOf(plan.models().values()),
                List.copyOf(plan.scenarios().values()));
    }
}
