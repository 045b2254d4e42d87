package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Optional;

/** What makes a row wrong in the profile that runs it. */
final class RowRules {

    private static final String SERVES_STAND_INS = "embedded";

    private RowRules() {}

    static void check(Row row, RowDraft draft, List<Placed<Target>> targets, ProfileDraft profile) {
        targets.forEach(target -> TargetRules.checkSample(target, row, draft.id(), profile.id()));
        if (targets.isEmpty() && !YieldedMetrics.of(row.work()).isEmpty()) {
            draft.at()
                    .problem("row " + draft.id() + " has no target in profile " + profile.id()
                            + ", so nothing could fail it");
        }
        checkSwaps(row, draft, profile);
        row.work().involved().forEach(serving -> checkServing(serving, draft, profile));
        if (row.background().inputTokens() < 1) {
            profile.at()
                    .problem(
                            "the background model of row " + row.id() + " has no room for a prompt before an answer of "
                                    + row.background().outputTokens());
        }
        context(row.work()).ifPresent(context -> checkContext(context, row, profile));
    }

    /** Fewer swaps than five settle nothing about their median. */
    private static void checkSwaps(Row row, RowDraft draft, ProfileDraft profile) {
        int swaps = row.sampling().requests();
        boolean isToldAlready =
                row.targets().stream().anyMatch(target -> target.statistic().isQuantile());
        if (row.work() instanceof Work.Swap && swaps < SmallestSample.FEWEST && !isToldAlready) {
            draft.at()
                    .problem("row " + row.id() + " swaps " + swaps + " times in each direction in profile "
                            + profile.id() + "; it takes " + SmallestSample.FEWEST + " to settle a target");
        }
    }

    /** Reports a model that is no candidate for the workload. */
    static void checkCandidate(Row row, Workload workload, RowDraft draft) {
        row.work().servings().stream()
                .map(Serving::model)
                .filter(model -> !workload.roles().isEmpty() && !model.roles().isEmpty() && !workload.isFor(model))
                .forEach(model -> draft.at()
                        .problem("model " + model.id() + " is no candidate for workload " + workload.id()
                                + ": its roles are " + String.join(", ", model.roles()) + ", and the workload is for "
                                + String.join(", ", workload.roles())));
    }

    private static void checkServing(Serving serving, RowDraft draft, ProfileDraft profile) {
        boolean standIn = serving.model().standIn() != null;
        boolean servesStandIns = serving.engine().driver().equals(SERVES_STAND_INS);
        if (servesStandIns && !standIn) {
            profile.at()
                    .problem("model " + serving.model().id() + " of row " + draft.id()
                            + " has no stand-in here, and engine "
                            + serving.engine().id() + " serves only these");
        }
        if (standIn && !servesStandIns) {
            profile.at()
                    .problem("row " + draft.id() + " runs on engine "
                            + serving.engine().id() + ", which serves no stand-ins; name the row under outside");
        }
    }

    private static void checkContext(Context context, Row row, ProfileDraft profile) {
        int answer = row.sampling().outputTokens();
        int images = row.work() instanceof Work.SingleUser single
                ? single.shape().images().room()
                : 0;
        if (context.tokens() <= answer + images) {
            profile.at()
                    .problem("row " + row.id() + " has a context of " + context.tokens()
                            + " tokens, which leaves no room for a prompt before an answer of " + answer
                            + (images > 0 ? " beside images of " + images : ""));
        }
        row.work().involved().forEach(serving -> checkHolds(serving.model(), context, row, profile));
    }

    private static void checkHolds(Model model, Context context, Row row, ProfileDraft profile) {
        profile.replacements()
                .standIn(model.id())
                .filter(standIn -> standIn.value().context() < context.tokens())
                .ifPresent(standIn -> standIn.at()
                        .problem("holds " + standIn.value().context() + " tokens, but row " + row.id() + " asks for "
                                + context.tokens()));
    }

    private static Optional<Context> context(Work work) {
        if (work instanceof Work.SingleUser single) {
            return Optional.of(single.context());
        }
        if (work instanceof Work.Neighbours neighbours) {
            return Optional.of(neighbours.context());
        }
        return work instanceof Work.VectorSearch search ? Optional.of(search.context()) : Optional.empty();
    }
}
