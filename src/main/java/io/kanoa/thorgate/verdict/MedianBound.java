package io.kanoa.thorgate.verdict;

/**
 * The median of independent trials, as a target on it would see it.
 *
 * @param median of the values; NaN where there are none
 * @param upper one-sided 95 % upper confidence bound of it, by order statistics; NaN where there are too few values
 */
public record MedianBound(double median, double upper) {

    private static final double HALF = 0.5;

    /** That of {@code values}, in their unit; those that are NaN count as worse than all others. */
    public static MedianBound of(double... values) {
        return new MedianBound(
                Ordered.quantile(values, HALF), Ordered.of(values, true).upperBound(HALF, Judge.ALPHA));
    }
}
