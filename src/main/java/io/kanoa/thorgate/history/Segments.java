package io.kanoa.thorgate.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A history split where it steps: at the split with the largest two-sample t (pooled variance), again within both parts,
 * as long as p &lt; 0.001. The p-value is that of the largest of all splits tried, by Bonferroni. Segments have at least 5
 * values. After Otava (arXiv 2301.03034), which splits by the same recursion.
 */
final class Segments {

    private static final double SURE = 0.001;
    private static final int SHORTEST = 5;

    private Segments() {}

    /** The segments in order; their lengths add up to that of the series. */
    static List<double[]> of(double[] series) {
        List<double[]> segments = new ArrayList<>();
        split(series, segments);
        return segments;
    }

    private static void split(double[] series, List<double[]> segments) {
        int at = largestStep(series);
        if (at < 0) {
            segments.add(series);
            return;
        }
        split(Arrays.copyOfRange(series, 0, at), segments);
        split(Arrays.copyOfRange(series, at, series.length), segments);
    }

    /** Where to split, or -1 for nowhere. */
    private static int largestStep(double[] series) {
        int n = series.length;
        int tried = n - 2 * SHORTEST + 1;
        int best = -1;
        double largest = 0;
        for (int at = SHORTEST; at <= n - SHORTEST; at++) {
            double t = Math.abs(t(series, at));
            if (t > largest) {
                largest = t;
                best = at;
            }
        }
        return best >= 0 && 2 * tried * TDistribution.of(n - 2).survivalProbability(largest) < SURE ? best : -1;
    }

    private static double t(double[] series, int at) {
        Sample before = Sample.of(Arrays.copyOfRange(series, 0, at));
        Sample after = Sample.of(Arrays.copyOfRange(series, at, series.length));
        double pooled = (before.squares() + after.squares()) / (series.length - 2);
        double error = Math.sqrt(pooled * (1.0 / before.n() + 1.0 / after.n()));
        double step = after.mean() - before.mean();
        return step == 0 ? 0 : step / error;
    }
}
