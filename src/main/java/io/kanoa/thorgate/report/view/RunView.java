package io.kanoa.thorgate.report.view;

import io.kanoa.thorgate.verdict.Decision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A whole run, as its results file tells it; the fields are those of the file. */
public record RunView(
        String schemaVersion,
        String plan,
        String profile,
        String device,
        String verdict,
        boolean complete,
        boolean dryRun,
        Counts counts,
        String started,
        Amount duration,
        Map<String, String> environment,
        Map<String, String> fingerprint,
        List<Finding> preflight,
        List<String> notes,
        @Nullable TimingError clientTimingError,
        List<ModelView> models,
        List<ScenarioView> scenarios,
        List<RowView> rows,
        List<ComparisonView> comparisons,
        List<CurveView> contexts,
        List<SwitchingView> switching,
        List<PastView> history,
        List<OutsideView> outside) {

    /** How many rows ended how. */
    public record Counts(
            int selected,
            int pass,
            int fail,
            int inconclusive,
            int infeasible,
            int error,
            int notRun,
            int outsideProfile) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** What was found of one thing before the run. */
    public record Finding(String level, String subject, String found, String wanted, String mend) {}

    /** How far the client's own times were off. */
    public record TimingError(Amount cost, String problem, List<Load> loads) {

        /** With so many streams at once. */
        public record Load(Amount streams, Amount pace, Spread firstTokenError, Spread gapError) {}

        public record Spread(Amount p50, Amount p99, Amount max) {}
    }

    /** A model that the plan weighs; title, source and precision are those of the weights that served. */
    public record ModelView(
            String id,
            String title,
            List<String> roles,
            String source,
            String precision,
            boolean standIn,
            String inPlaceOf)
            implements Served {}

    /** Whether switching between models is viable, as a scenario that swaps them found. */
    public record SwitchingView(String scenario, Decision verdict, String answer) {}

    public record ScenarioView(String id, String title) {}

    /** A row of the plan that the profile does not run. */
    public record OutsideView(String id, String scenario, String reason) {}

    public RunView {
        counts = counts == null ? Counts.NONE : counts;
    }

    public boolean isGo() {
        return verdict.equals("GO");
    }

    /** Whether any row was served by other weights than those of the plan. */
    public boolean isStoodInFor() {
        return rows.stream().anyMatch(RowView::isStoodInFor);
    }

    public Optional<RowView> row(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** The title of a scenario; its id where the file does not name it. */
    public String scenarioTitle(String id) {
        return scenarios.stream()
                .filter(scenario -> scenario.id().equals(id))
                .map(scenario -> id + ". " + scenario.title())
                .findFirst()
                .orElse("Scenario " + id);
    }
}
