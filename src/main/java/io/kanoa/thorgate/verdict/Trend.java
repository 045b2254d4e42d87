package io.kanoa.thorgate.verdict;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Whether a series rises or falls, and by how much, without a model of its noise. */
final class Trend {

    private Trend() {}

    /**
     * The two-sided p-value of Mann's and Kendall's test for a monotone trend, by the normal approximation with the
     * continuity correction and the variance corrected for ties; 1 where nothing can be told.
     */
    static double pValue(double[] series) {
        double variance = variance(series);
        long s = concordance(series);
        if (s == 0 || variance <= 0) {
            return 1;
        }
        double z = (Math.abs(s) - 1) / Math.sqrt(variance);
        return Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(z));
    }

    /** The median slope over all pairs, per step, after Theil and Sen; NaN for fewer than two values. */
    static double slope(double[] series) {
        int n = series.length;
        double[] slopes = new double[n * (n - 1) / 2];
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[k++] = (series[j] - series[i]) / (j - i);
            }
        }
        return median(slopes);
    }

    /** The change that {@link #slope} makes from the first to the last value, as a share of the median. */
    static double totalChange(double[] series) {
        return slope(series) * (series.length - 1) / Math.abs(median(series));
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    private static long concordance(double[] series) {
        long s = 0;
        for (int i = 0; i < series.length; i++) {
            for (int j = i + 1; j < series.length; j++) {
                s += (long) Math.signum(series[j] - series[i]);
            }
        }
        return s;
    }

    private static double variance(double[] series) {
        Map<Double, Integer> ties = new HashMap<>();
        Arrays.stream(series).forEach(v -> ties.merge(v, 1, Integer::sum));
        double tied = ties.values().stream().mapToDouble(Trend::weight).sum();
        return (weight(series.length) - tied) / 18;
    }

    private static double weight(int t) {
        return (double) t * (t - 1) * (2.0 * t + 5);
    }
}
