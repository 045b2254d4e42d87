package io.kanoa.thorgate.verdict;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Values in order, and what their order says about a quantile of the population without any model of it. */
final class Ordered {

    private final double[] sorted;
    private final int n;

    private Ordered(double[] sorted) {
        this.sorted = sorted;
        this.n = sorted.length;
    }

    /** The values in order, with each NaN on the bad side of all others. */
    static Ordered of(double[] values, boolean highIsBad) {
        double worst = highIsBad ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        return new Ordered(Arrays.stream(values)
                .map(v -> Double.isNaN(v) ? worst : v)
                .sorted()
                .toArray());
    }

    /** The nearest-rank quantile of the values that are not NaN; NaN where there are none. */
    static double quantile(double[] values, double p) {
        double[] finite =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        return new Ordered(finite).rank((int) Math.ceil(p * finite.length - 1e-9));
    }

    /** The smallest value that is at or above the {@code p} quantile of the population with confidence 1 - alpha. */
    double upperBound(double p, double alpha) {
        return n == 0 ? Double.NaN : rank(BinomialDistribution.of(n, p).inverseCumulativeProbability(1 - alpha) + 1);
    }

    /** The largest value that is at or below the {@code p} quantile of the population with confidence 1 - alpha. */
    double lowerBound(double p, double alpha) {
        if (n == 0) {
            return Double.NaN;
        }
        BinomialDistribution below = BinomialDistribution.of(n, p);
        int k = below.inverseCumulativeProbability(alpha);
        return rank(below.cumulativeProbability(k) <= alpha ? k + 1 : k);
    }

    /** The value at rank {@code k}, counted from 1; NaN where there is none or a failed request holds it. */
    double rank(int k) {
        return k < 1 || k > n || Double.isInfinite(sorted[k - 1]) ? Double.NaN : sorted[k - 1];
    }
}
