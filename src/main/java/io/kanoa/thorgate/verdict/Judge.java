package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Target;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Judges a row's targets on the values observed for them, once, when all requests are done. */
public final class Judge {

    /** Significance level of each one-sided test. */
    public static final double ALPHA = 0.05;

    private Judge() {}

    /**
     * A PASS only if every target of {@code row} passes on {@code observed}; a metric that is missing never passes. Each
     * target shows its own decision at {@link #ALPHA}. The row is a FAIL only if a target fails at {@link #ALPHA} divided
     * by the number of targets, so that a row with many targets does not fail by chance.
     */
    public static RowVerdict judge(Row row, Map<Metric, Observations> observed) {
        return judge(row, observed, MeasurementError.NONE);
    }

    /**
     * As {@link #judge(Row, Map)}, for a client whose times may be off by {@code error}: a target passes only if it would
     * with all times longer or shorter by the error, and fails only if it would with either. A limit that lies closer to
     * the measured value than the error is INCONCLUSIVE, and so is every target on times where the error is unknown.
     */
    public static RowVerdict judge(Row row, Map<Metric, Observations> observed, MeasurementError error) {
        ErrorBand band = new ErrorBand(error);
        return judge(
                row,
                target -> band.over(
                        target, observed, all -> TargetRules.assess(target, observations(target, all), ALPHA)),
                (target, alpha) -> band.over(
                        target, observed, all -> TargetRules.decide(target, observations(target, all), alpha)));
    }

    /** Applies the row rule to what {@code shown} finds at {@link #ALPHA} and {@code decided} at a corrected level. */
    static RowVerdict judge(
            Row row, Function<Target, Assessment> shown, BiFunction<Target, Double, Assessment> decided) {
        List<TargetVerdict> verdicts = row.targets().stream()
                .map(target -> shown.apply(target).toVerdict(target))
                .toList();
        double corrected = ALPHA / Math.max(1, verdicts.size());
        boolean fails = row.targets().stream()
                .anyMatch(target -> decided.apply(target, corrected).fails());
        return RowRule.combine(row, verdicts, fails);
    }

    static Observations observations(Target target, Map<Metric, Observations> observed) {
        return observed.getOrDefault(target.metric(), new Missing(target.metric() + " was not measured"));
    }
}
