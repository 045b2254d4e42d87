package io.kanoa.thorgate.history;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Log costs in brief.
 *
 * @param squares sum of squared deviations from the mean
 */
record Sample(int size, double mean, double squares) {

    /** Standard deviations below this are rounding errors of the logarithm. */
    private static final double ROUNDING = 1e-12;

    static Sample of(double[] logs, int from, int to) {
        double mean = Arrays.stream(logs, from, to).sum() / (to - from);
        double squares =
                Arrays.stream(logs, from, to).map(y -> (y - mean) * (y - mean)).sum();
        return new Sample(to - from, mean, squares);
    }

    static Sample of(double[] logs) {
        return of(logs, 0, logs.length);
    }

    /** Standard deviation, unbiased in its square; needs two values or more. */
    double deviation() {
        return floor(squares / (size - 1));
    }

    /**
     * The chance that the mean of {@code count} new values lies {@code rise} or more above that of {@code size} others, if
     * nothing changed.
     *
     * @param deviation of single values, known with {@code freedom} degrees of freedom
     */
    static double chanceAbove(double rise, double deviation, int count, int size, int freedom) {
        return above(rise / (Math.max(ROUNDING, deviation) * width(count, size)), freedom);
    }

    /** Student's t of {@code later} against this, with pooled variance; positive where later is worse. */
    private double t(Sample later) {
        double pooled = floor((squares + later.squares) / freedom(later));
        return (later.mean - mean) / (pooled * width(size, later.size));
    }

    /** The chance that {@code later} is worse by so much, if both are alike. */
    double chanceWorse(Sample later) {
        return above(t(later), freedom(later));
    }

    /** The chance of a difference from {@code later} so large in either direction, if both are alike. */
    double chanceOfDifference(Sample later) {
        return 2 * above(Math.abs(t(later)), freedom(later));
    }

    private int freedom(Sample other) {
        return size + other.size - 2;
    }

    private static double above(double t, int freedom) {
        return TDistribution.of(freedom).survivalProbability(t);
    }

    private static double width(int m, int n) {
        return Math.sqrt(1.0 / m + 1.0 / n);
    }

    private static double floor(double variance) {
        return Math.max(ROUNDING, Math.sqrt(variance));
    }
}
