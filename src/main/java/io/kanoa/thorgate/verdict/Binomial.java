package io.kanoa.thorgate.verdict;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Exact binomial probabilities, and the Clopper-Pearson bounds that come from them. */
final class Binomial {

    private Binomial() {}

    /** P(X <= x) among {@code n} with probability {@code p} each. */
    static double atMost(int x, int n, double p) {
        return BinomialDistribution.of(n, p).cumulativeProbability(x);
    }

    /** P(X >= x) among {@code n} with probability {@code p} each. */
    static double atLeast(int x, int n, double p) {
        return BinomialDistribution.of(n, p).survivalProbability(x - 1);
    }

    /** One-sided upper bound of a proportion; {@code n} may be an effective, fractional number. */
    static double upperBound(double x, double n, double alpha) {
        return x >= n ? 1 : BetaDistribution.of(x + 1, n - x).inverseSurvivalProbability(alpha);
    }

    /** One-sided lower bound of a proportion; {@code n} may be an effective, fractional number. */
    static double lowerBound(double x, double n, double alpha) {
        return x <= 0 ? 0 : BetaDistribution.of(x, n - x + 1).inverseCumulativeProbability(alpha);
    }
}
