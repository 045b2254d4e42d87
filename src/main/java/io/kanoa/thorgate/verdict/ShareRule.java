package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.metrics.Observations.Share;
import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;

/** A share of attempts, by the exact bounds of Clopper and Pearson. */
final class ShareRule {

    private static final String METHOD = "exact binomial (Clopper-Pearson)";

    private ShareRule() {}

    static Assessment assess(Target target, Share share, double alpha) {
        if (share.total() == 0) {
            return Assessment.none(Double.NaN, 0, METHOD, "nothing was attempted");
        }
        Unit unit = target.metric().unit();
        double lower = Unit.TIMES.to(unit, Binomial.lowerBound(share.hits(), share.total(), alpha));
        double upper = Unit.TIMES.to(unit, Binomial.upperBound(share.hits(), share.total(), alpha));
        double measured = Unit.TIMES.to(unit, (double) share.hits() / share.total());
        Comparison comparison = target.comparison();
        double limit = target.limitInMetricUnit();
        boolean passes = comparison.holds(comparison.isUpperLimit() ? upper : lower, limit);
        boolean fails = !comparison.holds(comparison.isUpperLimit() ? lower : upper, limit);
        return new Assessment(measured, lower, upper, passes, fails, share.total(), METHOD, "");
    }
}
