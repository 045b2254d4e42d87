package io.kanoa.thorgate.report.summary;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A model that might serve a role, with the rows that say how well.
 *
 * @param model its id
 * @param title as people know the plan's model
 * @param stoodInFor whether other weights served in its place
 * @param rows that count for the role
 */
record Candidate(String model, String title, boolean stoodInFor, List<Ran> rows) {

    /**
     * A row that counts.
     *
     * @param question what it asks: a workload or a context; rows of the same question can be compared
     * @param misses targets that it does not pass; empty where it passes
     * @param figures what is known of each criterion
     */
    record Ran(String row, String question, List<Miss> misses, Map<Criterion, Double> figures) {

        Ran {
            misses = List.copyOf(misses);
            figures = Map.copyOf(figures);
        }

        private String figuresText() {
            return Arrays.stream(Criterion.values())
                    .filter(criterion -> Double.isFinite(figures.getOrDefault(criterion, Double.NaN)))
                    .map(criterion ->
                            criterion.words() + " " + criterion.text(figures.getOrDefault(criterion, Double.NaN)))
                    .collect(Collectors.joining(", "));
        }
    }

    /**
     * A target that is not passed.
     *
     * @param words what was asked and measured
     * @param shortfall how far off, from 0 (met, but not proven) to 1 (nothing was measured)
     */
    record Miss(String words, double shortfall) {}

    Candidate {
        rows = List.copyOf(rows);
    }

    boolean hasRun() {
        return !rows.isEmpty();
    }

    boolean passes() {
        return hasRun() && misses().isEmpty();
    }

    List<Miss> misses() {
        return rows.stream().flatMap(row -> row.misses().stream()).toList();
    }

    double largestShortfall() {
        return misses().stream().mapToDouble(Miss::shortfall).max().orElse(0);
    }

    Set<String> questions() {
        return rows.stream().map(Ran::question).collect(Collectors.toSet());
    }

    /** The mean over the rows of these questions; NaN where one of them does not tell. */
    double mean(Criterion criterion, Set<String> questions) {
        return questions.stream()
                .mapToDouble(question -> first(question)
                        .map(row -> row.figures().getOrDefault(criterion, Double.NaN))
                        .orElse(Double.NaN))
                .average()
                .orElse(Double.NaN);
    }

    /** What is known of each criterion, row by row. */
    List<String> figures() {
        return rows.stream().map(row -> row.row() + ": " + row.figuresText()).toList();
    }

    String rowIds() {
        return rows.stream().map(Ran::row).collect(Collectors.joining(", "));
    }

    String missText() {
        return misses().stream().map(Miss::words).collect(Collectors.joining("; "));
    }

    private Optional<Ran> first(String question) {
        return rows.stream().filter(row -> row.question().equals(question)).findFirst();
    }
}
