package io.kanoa.thorgate.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the plan of one profile. */
final class ProfileResolver {

    private final PlanDraft plan;

    ProfileResolver(PlanDraft plan) {
        this.plan = plan;
    }

    /** The plan of this profile; what is wrong with it is reported. */
    Plan resolve(ProfileDraft profile) {
        Map<String, Model> models = models(profile);
        RowExpander expander = new RowExpander(plan, profile, models);
        List<Row> rows = new ArrayList<>();
        List<OutsideRow> outside = new ArrayList<>();
        for (RowDraft draft : plan.rows()) {
            Optional.ofNullable(profile.outside().get(draft.id()))
                    .ifPresentOrElse(
                            reason -> outside.add(new OutsideRow(draft.id(), draft.scenario(), reason)),
                            () -> rows.addAll(expander.expand(draft)));
        }
        if (!outside.isEmpty() && outside.size() == plan.rows().size()) {
            profile.at().problem("every row is outside this profile; leave one in");
        }
        return new Plan(
                plan.title(),
                profile.id(),
                profile.device().orElse(plan.device()),
                Collections.unmodifiableMap(models),
                Collections.unmodifiableMap(plan.scenarios()),
                List.copyOf(rows),
                List.copyOf(outside));
    }

    private Map<String, Model> models(ProfileDraft profile) {
        Map<String, Model> models = new LinkedHashMap<>();
        plan.models().forEach((id, model) -> models.put(id, served(model, profile)));
        return models;
    }

    private static Model served(Model model, ProfileDraft profile) {
        return Optional.ofNullable(profile.standIns().get(model.id()))
                .map(standIn -> new Model(
                        model.id(), model.title(), model.roles(), model.source(), model.precision(), standIn.value()))
                .orElse(model);
    }
}
