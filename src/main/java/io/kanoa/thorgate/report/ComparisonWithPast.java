package io.kanoa.thorgate.report;

import io.kanoa.thorgate.history.Finding;
import io.kanoa.thorgate.history.RegressionRule;
import io.kanoa.thorgate.history.compare.RowComparison;
import io.kanoa.thorgate.history.compare.SeriesFinding;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row beside its earlier runs, as people read it.
 *
 * @param runs of the row that can be compared with this one
 * @param notCompared why it is not compared; empty where it is
 * @param figures all that are followed
 */
public record ComparisonWithPast(int runs, String notCompared, List<PastFigure> figures) {

    private static final int LONGEST = 200;

    public ComparisonWithPast {
        figures = List.copyOf(figures);
    }

    /** What was found of a row. */
    public static ComparisonWithPast of(RowComparison comparison) {
        return new ComparisonWithPast(
                comparison.runs(),
                comparison.notCompared(),
                comparison.findings().stream().map(PastFigure::of).toList());
    }

    /** Figures with enough history to be compared. */
    public List<PastFigure> compared() {
        return figures.stream().filter(PastFigure::isCompared).toList();
    }

    /** All that is to be said beside the figures. */
    public List<String> remarks() {
        return Stream.concat(Stream.of(remark()).filter(remark -> !remark.isEmpty()), unaccepted())
                .toList();
    }

    /** Why nothing is compared, or how little; empty where all is said by {@link #compared}. */
    private String remark() {
        if (!notCompared.isEmpty()) {
            return PlainText.line(notCompared, LONGEST);
        }
        return compared().isEmpty()
                ? runs + (runs == 1 ? " run" : " runs") + " of history, " + RegressionRule.ADVISES
                        + " are needed to compare"
                : "";
    }

    /** Steps for the worse that nobody accepted yet: the runs since are not what is compared with. */
    private Stream<String> unaccepted() {
        return figures.stream()
                .filter(figure -> figure.worseFor() > 0)
                .map(figure -> figure.series().shortName() + " is worse since " + figure.worseFor()
                        + " runs or more, which nobody accepted: it is compared with what was before (see"
                        + " ci/history.sh steps)");
    }

    /** That a figure is better than can be believed, or may have got worse. */
    static Stream<String> warnings(RowComparison comparison) {
        return comparison.findings().stream()
                .map(SeriesFinding::finding)
                .filter(finding -> finding.decision() == Finding.Decision.IMPLAUSIBLE_IMPROVEMENT
                        || (finding.decision() == Finding.Decision.SUSPECT && finding.advisory()))
                .map(Finding::reason);
    }
}
