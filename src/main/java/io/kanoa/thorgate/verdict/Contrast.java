package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.plan.Comparison;

/**
 * A mean difference {@code numerator - limit * denominator} and how far it may be off: negative below the limit, positive
 * above it, 0 on it.
 *
 * @param margin t quantile times standard error of the mean; 0 where all values are alike
 */
record Contrast(double mean, double margin) {

    /** Whether the upper bound (upper limit) or the lower bound (lower limit) meets the limit. */
    boolean passes(Comparison comparison) {
        return comparison.holds(comparison.isUpperLimit() ? mean + margin : mean - margin, 0);
    }

    /** Whether the opposite bound misses the limit. */
    boolean fails(Comparison comparison) {
        double opposite = comparison.isUpperLimit() ? mean - margin : mean + margin;
        return !Double.isNaN(opposite) && !comparison.holds(opposite, 0);
    }
}
