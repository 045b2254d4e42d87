package io.kanoa.thorgate.history;

import io.kanoa.thorgate.history.Finding.Decision;
import io.kanoa.thorgate.plan.Metric;
import java.util.Locale;

/**
 * New runs beside the baseline.
 *
 * @param rise of the mean log cost
 * @param above the chance of such a rise or a larger one, if nothing changed; NaN where it is not known how much runs vary
 */
record Comparison(Baseline baseline, double rise, double above) {

    static Comparison of(Baseline baseline, double[] fresh) {
        if (fresh.length == 0) {
            throw new IllegalArgumentException(
                    baseline.metric() + ": no new run to compare with the baseline: give one value or more");
        }
        Sample found = Sample.of(Cost.logs(baseline.metric(), fresh, "new run"));
        return baseline.evidence() < 2
                ? new Comparison(baseline, Double.NaN, Double.NaN)
                : new Comparison(
                        baseline, found.mean() - baseline.logLevel(), baseline.chanceAbove(found.mean(), fresh.length));
    }

    boolean isWorse(double alpha, double tolerated) {
        return above < alpha && rise > tolerated;
    }

    boolean isBetter(double alpha, double tolerated) {
        return 1 - above < alpha && -rise > tolerated;
    }

    Finding is(Decision decision, String remark) {
        double p = rise > 0 ? above : 1 - above;
        boolean advisory = baseline.evidence() < RegressionRule.GATES;
        return new Finding(decision, advisory, p, Cost.share(rise), baseline.runs(), reason(decision, p, remark));
    }

    private String reason(Decision decision, double p, String remark) {
        Metric metric = baseline.metric();
        double shown = 100 * Cost.share(metric.higherIsBetter() ? -rise : rise);
        return String.format(
                Locale.ROOT,
                "%s %+.1f %% (%s) against %d %s that vary by %.1f %%, p = %.2g: %s, %s",
                metric,
                shown,
                rise > 0 ? "worse" : "better",
                baseline.runs(),
                baseline.runs() == 1 ? "run of those" : "runs",
                100 * baseline.variation(),
                p,
                decision,
                remark);
    }
}
