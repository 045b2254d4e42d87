package io.kanoa.thorgate.metrics;

import java.util.Arrays;
import java.util.Optional;

/**
 * How raw values are spread, for display. Quantiles are values that were seen: the smallest one that at least the share
 * {@code p} of all values does not exceed.
 *
 * @param n values it was made from, at least 1; what is no finite number is left out
 */
public record Distribution(int n, double mean, double min, double p50, double p90, double p95, double p99, double max) {

    /** The spread of {@code values}, in any order, without what is no finite number; empty where nothing is left. */
    public static Optional<Distribution> of(double[] values) {
        double[] finite =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        return finite.length == 0 ? Optional.empty() : Optional.of(ofSorted(finite));
    }

    private static Distribution ofSorted(double[] values) {
        return new Distribution(
                values.length,
                Arrays.stream(values).average().orElseThrow(),
                quantile(values, 0),
                quantile(values, 0.5),
                quantile(values, 0.9),
                quantile(values, 0.95),
                quantile(values, 0.99),
                quantile(values, 1));
    }

    private static double quantile(double[] sorted, double p) {
        return sorted[Math.max(0, (int) Math.ceil(p * sorted.length) - 1)];
    }
}
