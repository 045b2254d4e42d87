package io.kanoa.thorgate.verdict;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How many times as large one mean is as another, with a two-sided 95 % confidence interval: of two independent samples by
 * Fieller's theorem (Welch's degrees of freedom), of pairs by their ratios.
 *
 * @param ratio of the means
 * @param lower end of the interval
 * @param upper end of the interval; NaN, as the lower end, where the denominator is too uncertain for any
 * @param method by which both were found
 */
public record MeanRatio(double ratio, double lower, double upper, String method) {

    private static final double ALPHA_EACH_SIDE = 0.025;
    private static final int FEWEST_PAIRS = 3;

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
        return Optional.of(new MeanRatio(ratio, fieller.lower(), fieller.upper(), "ratio of the means, Fieller"));
    }

    /**
     * The geometric mean of {@code numerators[i] / denominators[i]} with a 95 % interval by Student's t on the logarithms:
     * what both sides of a pair share cancels out. Pairs that lack a positive value are left out. Empty where fewer than three
     * pairs remain.
     *
     * @throws IllegalArgumentException if there are not as many of the one as of the other
     */
    public static Optional<MeanRatio> paired(double[] numerators, double[] denominators) {
        if (numerators.length != denominators.length) {
            throw new IllegalArgumentException(
                    numerators.length + " values cannot be paired with " + denominators.length);
        }
        double[] logs = IntStream.range(0, numerators.length)
                .filter(i -> numerators[i] > 0 && denominators[i] > 0)
                .mapToDouble(i -> Math.log(numerators[i] / denominators[i]))
                .toArray();
        if (logs.length < FEWEST_PAIRS) {
            return Optional.empty();
        }
        double mean = Moments.mean(logs);
        double half = Student.exceededWith(ALPHA_EACH_SIDE, logs.length - 1.0)
                * Math.sqrt(Moments.variance(logs) / logs.length);
        return Optional.of(new MeanRatio(
                Math.exp(mean),
                Math.exp(mean - half),
                Math.exp(mean + half),
                "geometric mean of the ratios of " + logs.length + " turns, Student's t on logarithms"));
    }

    /** Whether the interval leaves out 1. */
    public boolean showsDifference() {
        return lower > 1 || upper < 1;
    }
}
