package io.kanoa.thorgate.engine.inventory.script;

import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.Plan;
import io.kanoa.thorgate.plan.PlanException;
import io.kanoa.thorgate.plan.PlanReader;
import java.nio.file.Path;
import java.util.Optional;

/** A plan as a script names it. */
record ScriptedPlan(Plan plan) {

    /** @throws PlanException if the file is missing or wrong, or has no such profile */
    static ScriptedPlan read(String file, String profile) {
        return new ScriptedPlan(PlanReader.read(Path.of(file), profile));
    }

    /** @throws IllegalArgumentException if there is no such model */
    Model model(String id) {
        return Optional.ofNullable(plan.models().get(id))
                .orElseThrow(() -> new IllegalArgumentException("the plan has no model '" + id + "'; it has "
                        + String.join(", ", plan.models().keySet())));
    }
}
