package io.kanoa.thorgate.history;

import java.util.Arrays;

/**
 * Size, mean and spread of some values.
 *
 * @param squares sum of the squared deviations from the mean
 */
record Sample(int n, double mean, double squares) {

    static Sample of(double[] values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return new Sample(values.length, mean, squares);
    }

    /** Standard deviation with {@code n - 1} degrees of freedom. */
    double deviation() {
        return Math.sqrt(squares / (n - 1));
    }
}
