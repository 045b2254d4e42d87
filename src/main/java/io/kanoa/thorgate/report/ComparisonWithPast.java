package io.kanoa.thorgate.report;

import io.kanoa.thorgate.history.Finding;
import io.kanoa.thorgate.history.RegressionRule;
import io.kanoa.thorgate.history.compare.RowComparison;
import io.kanoa.thorgate.history.compare.SeriesFinding;
import io.kanoa.thorgate.plan.Unit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A row beside its earlier runs, as people read it. */
public final class ComparisonWithPast {

    /** Of the {@link #cells}. */
    public static final List<String> HEADS = List.of("figure", "now", "before", "change", "p", "runs", "found");

    private static final int LONGEST = 200;

    private ComparisonWithPast() {}

    /** Figures with enough history to be compared. */
    public static List<SeriesFinding> compared(RowComparison comparison) {
        return comparison.findings().stream()
                .filter(found -> found.finding().decision() != Finding.Decision.TOO_FEW)
                .toList();
    }

    /** Why nothing is compared, or how little; empty where all is said by {@link #compared}. */
    public static String remark(RowComparison comparison) {
        if (!comparison.notCompared().isEmpty()) {
            return PlainText.line(comparison.notCompared(), LONGEST);
        }
        return compared(comparison).isEmpty()
                ? comparison.runs() + (comparison.runs() == 1 ? " run" : " runs") + " of history, "
                        + RegressionRule.ADVISES + " are needed to compare"
                : "";
    }

    /** Steps for the worse that nobody accepted yet: the runs since are not what is compared with. */
    public static List<String> unaccepted(RowComparison comparison) {
        return comparison.findings().stream()
                .filter(found -> !found.baseline().unacknowledged().isEmpty())
                .map(found -> found.series().shortName() + " is worse since "
                        + found.baseline().unacknowledged().get(0).segment().size()
                        + " runs or more, which nobody accepted: it is compared with what was before (see"
                        + " ci/history.sh steps)")
                .toList();
    }

    /** One line of a table. */
    public static List<String> cells(SeriesFinding found) {
        Unit unit = found.series().metric().unit();
        Finding finding = found.finding();
        return List.of(
                found.series().shortName(),
                Figures.of(found.value(), unit)
                        + (found.again().isPresent()
                                ? ", again " + Figures.of(found.again().getAsDouble(), unit)
                                : ""),
                Figures.of(found.baseline().level(), unit)
                        + String.format(
                                Locale.ROOT,
                                " +-%.1f %%",
                                100 * found.baseline().variation()),
                change(found),
                String.format(Locale.ROOT, "%.2g", finding.pValue()),
                Integer.toString(finding.runs()),
                word(found));
    }

    /** How the figure changed, in its own direction. */
    private static String change(SeriesFinding found) {
        double cost = found.finding().change();
        double shown = found.series().metric().higherIsBetter() ? 1 / (1 + cost) - 1 : cost;
        return String.format(Locale.ROOT, "%+.1f %% %s", 100 * shown, cost > 0 ? "worse" : "better");
    }

    private static String word(SeriesFinding found) {
        Finding finding = found.finding();
        String word = switch (finding.decision()) {
            case STEADY -> found.again().isPresent() ? "not confirmed" : "steady";
            case SUSPECT -> "suspect";
            case REGRESSION -> "REGRESSION";
            case IMPLAUSIBLE_IMPROVEMENT -> "implausibly better";
            case TOO_FEW -> "too few runs";
        };
        boolean isAdvice = finding.advisory() && finding.decision() != Finding.Decision.STEADY;
        return isAdvice ? word + ", advice only" : word;
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
