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

    /** Reports what is wrong with the profile, whichever of its engines serves. */
    void check(ProfileDraft profile) {
        Map<String, EngineSpec> engines = plan.engines(profile);
        DatabaseChoice databases = new DatabaseChoice(plan.databases(profile), database -> Optional.empty());
        profile.engines()
                .preferred()
                .forEach(usual -> resolve(profile, new EngineChoice(usual, engines, Map.of()), databases));
        if (!profile.outside().isEmpty()
                && profile.outside().size() == plan.rows().size()) {
            profile.at().problem("every row is outside this profile; leave one in");
        }
    }

    /** The plan of this profile with these engines and databases; what is wrong with it is reported. */
    Plan resolve(ProfileDraft profile, EngineChoice engines, DatabaseChoice databases) {
        Map<String, Model> models = models(profile);
        RowExpander expander = new RowExpander(plan, profile, models, engines, databases);
        List<Row> rows = new ArrayList<>();
        List<OutsideRow> outside = new ArrayList<>();
        for (RowDraft draft : plan.rows()) {
            Optional<OutsideRow> left = left(draft, profile, databases);
            left.ifPresent(outside::add);
            if (left.isEmpty()) {
                rows.addAll(expander.expand(draft));
                outside.addAll(expander.missing(draft));
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

    /** The draft as outside of the profile, or as optional in it where what it needs is not here; empty where it is run. */
    private static Optional<OutsideRow> left(RowDraft draft, ProfileDraft profile, DatabaseChoice databases) {
        String reason = profile.outside().get(draft.id());
        if (reason != null) {
            return Optional.of(new OutsideRow(draft.id(), draft.scenario(), reason));
        }
        return Optional.ofNullable(profile.optional().get(draft.id()))
                .flatMap(toRun -> databases
                        .absence(profile.changed(draft).databases())
                        .map(absence -> new OutsideRow(draft.id(), draft.scenario(), absence, Optional.of(toRun))));
    }

    private Map<String, Model> models(ProfileDraft profile) {
        Map<String, Model> models = new LinkedHashMap<>();
        plan.models()
                .forEach((id, model) -> models.put(id, profile.replacements().served(model)));
        return models;
    }
}
