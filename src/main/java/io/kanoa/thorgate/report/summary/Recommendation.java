package io.kanoa.thorgate.report.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which model is recommended for a role. The rule is in the description of this package.
 *
 * @param answer in a few words: a model's title, several, or none
 * @param figures that decide, of the recommended model and by row; empty where there is none
 * @param reasons what it rests on
 * @param wouldChange what another answer would take
 * @param rows that it rests on, by their ids
 * @param aboutStandIns whether other weights than the plan's were measured, so that it says nothing about those
 */
public record Recommendation(
        String role,
        Outcome outcome,
        String answer,
        List<String> figures,
        List<String> reasons,
        List<String> wouldChange,
        List<String> rows,
        boolean aboutStandIns) {

    /** What came out. */
    public enum Outcome {
        /** One model. */
        ONE,
        /** Several that nothing sets apart. */
        SEVERAL,
        /** No candidate meets its targets. */
        NONE,
        /** No row did this role's work. */
        NOT_MEASURED
    }

    private static final Comparator<Candidate> NEAREST = Comparator.comparingInt(
                    (Candidate candidate) -> candidate.misses().size())
            .thenComparingDouble(Candidate::largestShortfall)
            .thenComparing(Candidate::model);

    public Recommendation {
        figures = List.copyOf(figures);
        reasons = List.copyOf(reasons);
        wouldChange = List.copyOf(wouldChange);
        rows = List.copyOf(rows);
    }

    static Recommendation of(String role, List<Candidate> candidates) {
        List<Candidate> ran = candidates.stream().filter(Candidate::hasRun).toList();
        List<Candidate> passing = ran.stream().filter(Candidate::passes).toList();
        if (ran.isEmpty()) {
            return notMeasured(role, candidates);
        }
        return passing.isEmpty() ? none(role, candidates, ran) : best(role, candidates, ran, passing);
    }

    private static Recommendation notMeasured(String role, List<Candidate> candidates) {
        return made(
                role,
                Outcome.NOT_MEASURED,
                "not measured",
                List.of(),
                List.of("no row of this run measures a candidate: " + titles(candidates)),
                List.of("a run with such rows"),
                List.of());
    }

    private static Recommendation none(String role, List<Candidate> candidates, List<Candidate> ran) {
        Candidate nearest = ran.stream().min(NEAREST).orElseThrow();
        List<String> reasons = new ArrayList<>();
        ran.forEach(candidate -> reasons.add(candidate.title() + " does not pass: " + candidate.missText()));
        unmeasured(candidates, reasons);
        return made(
                role,
                Outcome.NONE,
                "none of the candidates; nearest is " + nearest.title(),
                List.of(),
                reasons,
                List.of(nearest.title() + ", if it passed " + nearest.missText()),
                ran);
    }

    private static Recommendation best(
            String role, List<Candidate> candidates, List<Candidate> ran, List<Candidate> passing) {
        Contest contest = passing.size() == 1 ? new Contest(passing, List.of()) : Contest.of(passing);
        List<String> reasons = new ArrayList<>();
        passing.forEach(
                candidate -> reasons.add(candidate.title() + " passes all that counts here: " + candidate.rowIds()));
        reasons.addAll(contest.reasons());
        if (candidates.size() == 1) {
            reasons.add("it is the only candidate for this role, so nothing was weighed");
        }
        List<String> changes = new ArrayList<>();
        ran.stream().filter(candidate -> !candidate.passes()).forEach(candidate -> {
            reasons.add(candidate.title() + " does not pass: " + candidate.missText());
            changes.add(candidate.title() + " would be weighed, if it passed " + candidate.missText());
        });
        passing.stream()
                .filter(candidate -> !contest.left().contains(candidate))
                .forEach(
                        candidate -> changes.add(candidate.title() + ", if it were the better one where that decided"));
        unmeasured(candidates, reasons);
        changes.add("a missed target of " + titles(contest.left()) + " in any of these rows");
        return made(
                role,
                contest.left().size() == 1 ? Outcome.ONE : Outcome.SEVERAL,
                contest.left().size() == 1 ? titles(contest.left()) : "any of " + titles(contest.left()),
                contest.left().size() == 1 ? contest.left().get(0).figures() : List.of(),
                reasons,
                changes,
                ran);
    }

    private static void unmeasured(List<Candidate> candidates, List<String> reasons) {
        candidates.stream()
                .filter(candidate -> !candidate.hasRun())
                .forEach(candidate -> reasons.add(candidate.title() + " is a candidate too, but no row measured it"));
    }

    private static Recommendation made(
            String role,
            Outcome outcome,
            String answer,
            List<String> figures,
            List<String> reasons,
            List<String> changes,
            List<Candidate> ran) {
        List<String> rows = ran.stream()
                .flatMap(candidate -> candidate.rows().stream())
                .map(Candidate.Ran::row)
                .distinct()
                .toList();
        return new Recommendation(
                role,
                outcome,
                answer,
                figures,
                reasons,
                changes,
                rows,
                ran.stream().anyMatch(Candidate::stoodInFor));
    }

    private static String titles(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::title).collect(Collectors.joining(", "));
    }
}
