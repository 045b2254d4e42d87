package io.kanoa.thorgate.history.compare;

import java.util.List;

/**
 * A row beside its earlier runs.
 *
 * @param place where these are kept; empty where no history is used
 * @param anchor name of the runs that it is compared with; empty where that is the history's own last level
 * @param runs of the row that can be compared with this one
 * @param notCompared why it is not compared; empty where it is
 * @param findings one for each figure that is followed
 * @param trends the same figures over runs
 */
public record RowComparison(
        String place, String anchor, int runs, String notCompared, List<SeriesFinding> findings, List<Trend> trends) {

    /** Of a run that uses no history. */
    public static final RowComparison NONE = new RowComparison("", "", 0, "no history is used", List.of(), List.of());

    public RowComparison {
        findings = List.copyOf(findings);
        trends = List.copyOf(trends);
    }

    /** Of a row that cannot be compared. */
    public static RowComparison not(String place, String reason) {
        return new RowComparison(place, "", 0, reason, List.of(), List.of());
    }

    /** Whether a history is used at all. */
    public boolean isAsked() {
        return !place.isEmpty();
    }

    /** Whether a fresh run has to tell whether the row regressed. */
    public boolean needsConfirmation() {
        return findings.stream().anyMatch(SeriesFinding::needsConfirmation);
    }

    /** What fails the row. */
    public List<SeriesFinding> regressions() {
        return findings.stream().filter(found -> found.finding().isMiss()).toList();
    }
}
