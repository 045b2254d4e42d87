package io.kanoa.thorgate.verdict;

/** Two independent samples with variances of their own. */
final class Welch {

    private Welch() {}

    /**
     * The bounds of {@code mean(numerator) / mean(denominator)}, with the degrees of freedom that Welch and Satterthwaite give
     * where that ratio is {@code limit}. Each sample needs two values or more.
     */
    static Fieller ratio(double[] numerator, double[] denominator, double limit, double alpha) {
        double above = Moments.variance(numerator) / numerator.length;
        double below = Moments.variance(denominator) / denominator.length;
        double freedom = freedom(above, numerator.length - 1, limit * limit * below, denominator.length - 1);
        return new Fieller(
                Moments.mean(numerator),
                Moments.mean(denominator),
                above,
                0,
                below,
                Student.exceededWith(alpha, freedom));
    }

    /** Welch-Satterthwaite, for two variances of means with their own degrees of freedom. */
    private static double freedom(double v, double freedomV, double w, double freedomW) {
        double sum = v + w;
        return sum == 0 ? freedomV + freedomW : sum * sum / (v * v / freedomV + w * w / freedomW);
    }
}
