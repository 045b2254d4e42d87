package io.kanoa.thorgate.verdict;

import java.util.Arrays;

/**
 * The most likely place of one sudden change in a series, by Pettitt's rank test (1979).
 *
 * @param at number of values before the change
 * @param pValue approximate, two-sided; at most 1
 * @param change of the median behind it against the median before it, as a share of the latter
 */
record Step(int at, double pValue, double change) {

    static Step in(double[] series) {
        int n = series.length;
        long statistic = 0;
        long largest = 0;
        int at = 0;
        for (int i = 0; i < n - 1; i++) {
            statistic += order(series, i);
            if (Math.abs(statistic) > largest) {
                largest = Math.abs(statistic);
                at = i + 1;
            }
        }
        double p = 2 * Math.exp(-6.0 * largest * largest / ((double) n * n * n + (double) n * n));
        return new Step(
                at, Math.min(1, p), at == 0 ? 0 : change(Arrays.copyOf(series, at), Arrays.copyOfRange(series, at, n)));
    }

    private static long order(double[] series, int i) {
        long sum = 0;
        for (double other : series) {
            sum += (long) Math.signum(series[i] - other);
        }
        return sum;
    }

    /** From the median of {@code first} to that of {@code rest}, as a share of the former. */
    static double change(double[] first, double[] rest) {
        double before = Trend.median(first);
        return (Trend.median(rest) - before) / Math.abs(before);
    }
}
