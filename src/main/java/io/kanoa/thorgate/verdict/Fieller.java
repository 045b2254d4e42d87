package io.kanoa.thorgate.verdict;

/**
 * Fieller's confidence bounds for a ratio of two means: the limits at which the t-test of
 * {@code numerator - limit * denominator} just turns. The denominator's mean must be positive.
 *
 * @param numerator mean
 * @param denominator mean
 * @param varNumerator variance of the numerator's mean
 * @param covariance of the two means
 * @param varDenominator variance of the denominator's mean
 * @param t quantile of Student's distribution that the bounds are taken at
 */
record Fieller(
        double numerator, double denominator, double varNumerator, double covariance, double varDenominator, double t) {

    /** One-sided lower bound; NaN where the denominator is too uncertain for one. */
    double lower() {
        return root(-1);
    }

    /** One-sided upper bound; NaN where the denominator is too uncertain for one. */
    double upper() {
        return root(1);
    }

    /** Solves (numerator - R denominator)^2 = t^2 var(numerator - R denominator) for R. */
    private double root(int side) {
        double a = denominator * denominator - t * t * varDenominator;
        double b = numerator * denominator - t * t * covariance;
        double c = numerator * numerator - t * t * varNumerator;
        return a > 0 ? (b + side * Math.sqrt(Math.max(0, b * b - a * c))) / a : Double.NaN;
    }
}
