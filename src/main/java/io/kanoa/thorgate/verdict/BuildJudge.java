package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.Trials;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Scope;
import io.kanoa.thorgate.plan.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Judges a row that was measured in several starts of its engine. A target of scope {@link Scope#BUILD} is judged on one
 * figure a start: a t-test of their mean for rates, means and quantiles; a prediction bound for the next start's extreme.
 * A target of scope {@link Scope#START} is judged on the first start, as {@link Judge} does.
 */
public final class BuildJudge {

    private BuildJudge() {}

    /**
     * The verdict after these starts; INCONCLUSIVE for the build at a number of starts where no look was planned.
     *
     * @param byStart what was observed in each start, in the order of the starts; not empty
     */
    public static RowVerdict judge(Row row, List<Map<Metric, Observations>> byStart, StartLooks looks) {
        return judge(row, byStart, looks, MeasurementError.NONE);
    }

    /** As {@link #judge(Row, List, StartLooks)}, for a client whose times may be off by {@code error} in every start. */
    public static RowVerdict judge(
            Row row, List<Map<Metric, Observations>> byStart, StartLooks looks, MeasurementError error) {
        double level = looks.levelAt(byStart.size()).orElse(Double.NaN);
        ErrorBand band = new ErrorBand(error);
        return Judge.judge(
                row,
                target -> band.overStarts(target, byStart, all -> assess(target, all, Judge.ALPHA, level)),
                (target, alpha) -> band.overStarts(
                        target, byStart, all -> assess(target, all, alpha, level * alpha / Judge.ALPHA)));
    }

    /** What each start says about each target of scope {@link Scope#BUILD}; NaN where it says nothing. */
    public static List<Map<Target, Double>> figures(Row row, List<Map<Metric, Observations>> byStart) {
        return byStart.stream().map(start -> figures(row, start)).toList();
    }

    private static Map<Target, Double> figures(Row row, Map<Metric, Observations> start) {
        Map<Target, Double> figures = new LinkedHashMap<>();
        row.targets().stream()
                .filter(target -> target.scope() == Scope.BUILD)
                .forEach(target -> figures.put(target, StartFigure.of(target, Judge.observations(target, start))));
        return figures;
    }

    private static Assessment assess(
            Target target, List<Map<Metric, Observations>> byStart, double alpha, double level) {
        List<Observations> observed =
                byStart.stream().map(start -> Judge.observations(target, start)).toList();
        if (target.scope() == Scope.START) {
            return TargetRules.assess(target, observed.get(0), alpha);
        } else if (observed.stream().allMatch(Trials.class::isInstance)) {
            return TargetRules.assess(target, pooled(observed), alpha);
        }
        return Double.isNaN(level)
                ? Assessment.none(Double.NaN, byStart.size(), "starts of the engine", "no look is planned here")
                : StartRule.assess(target, figures(target, observed), level);
    }

    private static double[] figures(Target target, List<Observations> observed) {
        return observed.stream().mapToDouble(o -> StartFigure.of(target, o)).toArray();
    }

    private static Observations pooled(List<Observations> trials) {
        return new Trials(trials.stream()
                .flatMapToDouble(o -> DoubleStream.of(((Trials) o).values()))
                .toArray());
    }
}
