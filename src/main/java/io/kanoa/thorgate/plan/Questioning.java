package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Optional;

/**
 * How much a row asks, and of what shape, in a profile.
 *
 * @param workload that it names; empty where it names none
 * @param context empty for rows without a chat
 */
record Questioning(Optional<Workload> workload, WorkShape shape, Optional<Context> context) {

    /** @param label of the row among those that the draft expands to; empty where it has none */
    static Questioning of(RowDraft draft, String label, PlanDraft plan, ProfileDraft profile) {
        Optional<Workload> workload = workload(draft, label)
                .map(id -> profile.workloads().getOrDefault(id, plan.workloads().get(id)));
        Images images =
                draft.ask().images().or(() -> workload.map(Workload::images)).orElse(Images.NONE);
        WorkShape shape = new WorkShape(
                workload.map(Workload::id).orElse(""),
                workload.map(Workload::roles).orElse(List.of()),
                workload.map(Workload::reasons).orElse(false),
                images);
        Optional<Context> context =
                draft.contexts().isEmpty() ? workload.map(w -> context(w, images)) : context(label, profile);
        return new Questioning(workload, shape, context);
    }

    /** The profile's sampling with answers and pauses of the workload. */
    Sampling of(Sampling sampling) {
        return workload.map(w -> w.of(sampling)).orElse(sampling);
    }

    /** The one that the row expands to, or the one beside its context. */
    private static Optional<String> workload(RowDraft draft, String label) {
        List<String> named = draft.ask().workloads();
        return draft.contexts().isEmpty()
                ? Optional.of(label).filter(named::contains)
                : named.stream().findFirst();
    }

    /** A context says how much is asked in all. */
    private static Optional<Context> context(String label, ProfileDraft profile) {
        return Optional.of(new Context(label, profile.contexts().getOrDefault(label, ContextLabel.tokens(label))));
    }

    /** A workload says how much text is asked; its images come on top. */
    private static Context context(Workload workload, Images images) {
        return new Context(workload.id(), workload.inputTokens() + workload.outputTokens() + images.room());
    }
}
