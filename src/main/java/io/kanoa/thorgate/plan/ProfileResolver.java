package io.kanoa.thorgate.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the plan of one profile. */
final class ProfileResolver {

    private final PlanDraft plan;

    ProfileResolver(PlanDraft plan) {
        this.plan = plan;
    }

    /** Reports what is wrong with the profile, whichever of its engines serves. */
    void check(ProfileDraft profile) {
        Map<String, EngineSpec> engines = plan.engines(profile);
        profile.engines().preferred().forEach(usual -> resolve(profile, new EngineChoice(usual, engines, Map.of())));
        if (!profile.outside().isEmpty()
                && profile.outside().size() == plan.rows().size()) {
            profile.at().problem("every row is outside this profile; leave one in");
        }
    }

    /** The plan of this profile with these engines; what is wrong with it is reported. */
    Plan resolve(ProfileDraft profile, EngineChoice engines) {
        Map<String, Model> models = models(profile);
        RowExpander expander = new RowExpander(plan, profile, models, engines);
        List<Row> rows = new ArrayList<>();
        List<OutsideRow> outside = new ArrayList<>();
        for (RowDraft draft : plan.rows()) {
            String reason = profile.outside().get(draft.id());
            if (reason == null) {
                rows.addAll(expander.expand(draft));
                outside.addAll(expander.missing(draft));
            } else {
                outside.add(new OutsideRow(draft.id(), draft.scenario(), reason));
            }
        }
        return new Plan(
                plan.title(),
                profile.id(),
                profile.device().orElse(plan.device()),
                Collections.unmodifiableMap(models),
                Collections.unmodifiableMap(plan.scenarios()),
                ServingContexts.agree(rows),
                List.copyOf(outside));
    }

    private Map<String, Model> models(ProfileDraft profile) {
        Map<String, Model> models = new LinkedHashMap<>();
        plan.models()
                .forEach((id, model) -> models.put(id, profile.replacements().served(model)));
        return models;
    }
}
