package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;
import java.util.Arrays;

/** Claims about the build, from one figure a start. Starts are independent of each other; requests within one are not. */
final class StartRule {

    private StartRule() {}

    static Assessment assess(Target target, double[] figures, double level) {
        if (Arrays.stream(figures).anyMatch(Double::isNaN)) {
            return Assessment.none(
                    Double.NaN, figures.length, "starts of the engine", "a start has no figure to judge by");
        }
        boolean extreme = target.statistic() == Statistic.MAX || target.statistic() == Statistic.MIN;
        Assessment found = extreme ? prediction(target, figures, level) : MeanRule.assess(target, figures, level);
        String method = figures.length + " starts, " + (extreme ? "prediction bound" : "t-test of their mean");
        return new Assessment(
                found.measured(),
                found.lower(),
                found.upper(),
                found.passes(),
                found.fails(),
                figures.length,
                method,
                "");
    }

    /** Where the next start's extreme will lie, if extremes of starts are normal: mean and t s sqrt(1 + 1/n). */
    private static Assessment prediction(Target target, double[] figures, double level) {
        int n = figures.length;
        boolean highest = target.statistic() == Statistic.MAX;
        double seen =
                (highest ? Arrays.stream(figures).max() : Arrays.stream(figures).min()).orElse(Double.NaN);
        if (n < 2) {
            return Assessment.none(seen, n, "", "");
        }
        double margin = Student.exceededWith(level, n - 1) * Math.sqrt(Moments.variance(figures) * (1 + 1.0 / n));
        double lower = Moments.mean(figures) - margin;
        double upper = Moments.mean(figures) + margin;
        boolean breached = !target.metBy(seen);
        boolean promised = target.metBy(target.comparison().isUpperLimit() ? upper : lower);
        return new Assessment(seen, lower, upper, !breached && promised, breached, n, "", "");
    }
}
