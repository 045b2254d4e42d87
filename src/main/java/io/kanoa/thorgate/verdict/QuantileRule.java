package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.plan.Target;

/**
 * A quantile over independent requests, by the exact binomial distribution of the number of values beyond the limit. This
 * is the rule of MLPerf LoadGen's {@code early_stopping.cc}; it assumes nothing about the shape of the distribution.
 */
final class QuantileRule {

    private QuantileRule() {}

    static Assessment assess(Target target, double[] values, double alpha) {
        int n = values.length;
        int beyond = Breaches.count(target, values);
        double allowed = Breaches.allowed(target);
        double p = target.statistic().probability();
        Ordered ordered = Ordered.of(values, target.comparison().isUpperLimit());
        return new Assessment(
                Ordered.quantile(values, p),
                ordered.lowerBound(p, alpha),
                ordered.upperBound(p, alpha),
                n > 0 && Binomial.atMost(beyond, n, allowed) <= alpha,
                n > 0 && Binomial.atLeast(beyond, n, allowed) <= alpha,
                n,
                "exact binomial: " + beyond + " of " + n + " beyond the limit",
                SampleSize.shortfall(n, "values", allowed, alpha));
    }
}
