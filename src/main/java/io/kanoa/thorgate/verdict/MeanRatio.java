package io.kanoa.thorgate.verdict;

import java.util.Optional;

/**
 * How many times as large one mean is as another, with a two-sided 95 % confidence interval by Fieller's theorem for two
 * independent samples (Welch's degrees of freedom).
 *
 * @param ratio of the means
 * @param lower end of the interval
 * @param upper end of the interval; NaN, as the lower end, where the denominator is too uncertain for any
 */
public record MeanRatio(double ratio, double lower, double upper) {

    private static final double ALPHA_EACH_SIDE = 0.025;

    /**
     * {@code mean(numerator) / mean(denominator)} of positive values; NaN values are left out. Empty where a sample has fewer
     * than two values.
     */
    public static Optional<MeanRatio> of(double[] numerator, double[] denominator) {
        double[] above = Moments.present(numerator);
        double[] below = Moments.present(denominator);
        if (above.length < 2 || below.length < 2) {
            return Optional.empty();
        }
        double ratio = Moments.mean(above) / Moments.mean(below);
        Fieller fieller = Welch.ratio(above, below, ratio, ALPHA_EACH_SIDE);
        return Optional.of(new MeanRatio(ratio, fieller.lower(), fieller.upper()));
    }

    /** Whether the interval leaves out 1. */
    public boolean showsDifference() {
        return lower > 1 || upper < 1;
    }
}
