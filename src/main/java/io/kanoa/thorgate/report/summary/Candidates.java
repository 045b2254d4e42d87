package io.kanoa.thorgate.report.summary;

import io.kanoa.thorgate.report.view.RowView;
import io.kanoa.thorgate.report.view.RunView;
import io.kanoa.thorgate.report.view.TargetView;
import io.kanoa.thorgate.verdict.Decision;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Finds the candidates for each role in a run, with the rows that count for it. */
final class Candidates {

    private final RunView run;

    Candidates(RunView run) {
        this.run = run;
    }

    /** A recommendation for each role, in the plan's order. */
    List<Recommendation> recommendations() {
        return run.models().stream()
                .flatMap(model -> model.roles().stream())
                .distinct()
                .map(role -> Recommendation.of(role, of(role)))
                .toList();
    }

    private List<Candidate> of(String role) {
        return run.models().stream()
                .filter(model -> model.roles().contains(role))
                .map(model -> candidate(model, role))
                .toList();
    }

    private Candidate candidate(RunView.ModelView model, String role) {
        List<RowView> rows =
                run.rows().stream().filter(row -> counts(row, model.id(), role)).toList();
        return new Candidate(
                model.id(),
                model.planned(),
                rows.stream().anyMatch(RowView::isStoodInFor),
                rows.stream().map(Candidates::ran).toList());
    }

    private boolean counts(RowView row, String model, String role) {
        RowView.WorkView work = row.work();
        return work.isSingleUser()
                && work.models().stream().anyMatch(part -> part.model().equals(model))
                && (work.workload().isEmpty() || work.roles().contains(role))
                && !comparesEngines(row);
    }

    private boolean comparesEngines(RowView row) {
        return run.comparisons().stream()
                .anyMatch(comparison -> row.id().startsWith(comparison.id() + "@")
                        && comparison.engines().stream()
                                .anyMatch(engine -> row.id().endsWith("@" + engine)));
    }

    private static Candidate.Ran ran(RowView row) {
        Map<Criterion, Double> figures = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            figures.put(criterion, criterion.of(row));
        }
        return new Candidate.Ran(row.id(), row.work().what(), misses(row), figures);
    }

    private static List<Candidate.Miss> misses(RowView row) {
        List<Candidate.Miss> missed = row.targets().stream()
                .filter(target -> !target.passed())
                .map(target -> miss(row, target))
                .toList();
        return row.passed() || !missed.isEmpty() ? missed : List.of(unjudged(row));
    }

    private static Candidate.Miss miss(RowView row, TargetView target) {
        String measured = target.measured().isKnown() ? "measured " + target.measuredText() : "not measured";
        return new Candidate.Miss(
                row.id() + " " + target.target() + " (" + measured + ", " + target.verdict() + ")",
                Shortfall.of(target));
    }

    private static Candidate.Miss unjudged(RowView row) {
        double shortfall = row.verdict() == Decision.INCONCLUSIVE ? 0 : 1;
        return new Candidate.Miss(row.id() + " (" + row.verdict() + ")", shortfall);
    }
}
