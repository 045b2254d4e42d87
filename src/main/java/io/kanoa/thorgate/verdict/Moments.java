package io.kanoa.thorgate.verdict;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Means, variances and covariances of small samples. */
final class Moments {

    private Moments() {}

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** Unbiased; needs two values or more. */
    static double variance(double[] values) {
        return covariance(values, values);
    }

    /** Unbiased; needs two pairs or more. */
    static double covariance(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double sum = IntStream.range(0, x.length)
                .mapToDouble(i -> (x[i] - meanX) * (y[i] - meanY))
                .sum();
        return sum / (x.length - 1);
    }

    static double[] present(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    }

    static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
