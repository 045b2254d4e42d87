package io.kanoa.thorgate.report;

import io.kanoa.thorgate.history.Finding;
import io.kanoa.thorgate.history.compare.SeriesFinding;
import io.kanoa.thorgate.history.kept.Series;
import io.kanoa.thorgate.plan.Unit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One figure beside that of earlier runs, as people read it. Values are in the metric's unit.
 *
 * @param value of this run
 * @param again of the fresh run that had to confirm a suspicion
 * @param level of the runs compared with
 * @param variation of those, as a share
 * @param costChange as a share, above 0 for the worse
 * @param pValue of a change so large in this direction, if nothing changed
 * @param runs compared with
 * @param advisory whether these are too few for the decision to fail the row
 * @param worseFor runs since a step for the worse that nobody accepted; 0 where there is none
 */
public record PastFigure(
        Series series,
        double value,
        OptionalDouble again,
        double level,
        double variation,
        double costChange,
        double pValue,
        int runs,
        Finding.Decision decision,
        boolean advisory,
        int worseFor) {

    /** Of the {@link #cells}. */
    public static final List<String> HEADS = List.of("figure", "now", "before", "change", "p", "runs", "found");

    /** What was found of one figure. */
    public static PastFigure of(SeriesFinding found) {
        Finding finding = found.finding();
        return new PastFigure(
                found.series(),
                found.value(),
                found.again(),
                found.baseline().level(),
                found.baseline().variation(),
                finding.change(),
                finding.pValue(),
                finding.runs(),
                finding.decision(),
                finding.advisory(),
                found.baseline().unacknowledged().stream()
                        .findFirst()
                        .map(step -> step.segment().size())
                        .orElse(0));
    }

    /** Whether there is enough history to compare it. */
    public boolean isCompared() {
        return decision != Finding.Decision.TOO_FEW;
    }

    /** One line of a table. */
    public List<String> cells() {
        Unit unit = series.metric().unit();
        return List.of(
                series.shortName(),
                Figures.of(value, unit) + (again.isPresent() ? ", again " + Figures.of(again.getAsDouble(), unit) : ""),
                Figures.of(level, unit) + String.format(Locale.ROOT, " +-%.1f %%", 100 * variation),
                change(series, costChange),
                String.format(Locale.ROOT, "%.2g", pValue),
                Integer.toString(runs),
                word());
    }

    /**
     * How a figure changed, in its own direction: {@code -8.0 % worse}.
     *
     * @param cost change of the cost as a share
     */
    public static String change(Series series, double cost) {
        double shown = series.metric().higherIsBetter() ? 1 / (1 + cost) - 1 : cost;
        return String.format(Locale.ROOT, "%+.1f %% %s", 100 * shown, cost > 0 ? "worse" : "better");
    }

    private String word() {
        String word = switch (decision) {
            case STEADY -> again.isPresent() ? "not confirmed" : "steady";
            case SUSPECT -> "suspect";
            case REGRESSION -> "REGRESSION";
            case IMPLAUSIBLE_IMPROVEMENT -> "implausibly better";
            case TOO_FEW -> "too few runs";
        };
        boolean isAdvice = advisory && decision != Finding.Decision.STEADY;
        return isAdvice ? word + ", advice only" : word;
    }
}
