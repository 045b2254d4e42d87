package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.plan.Target;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A rate or mean as a ratio of sums: a t-test of the mean of {@code numerator - limit * denominator} against 0, one
 * difference a request. The bounds are the limits at which that test turns.
 */
final class RatioRule {

    private static final String METHOD = "t-test of numerator - limit * denominator";

    private RatioRule() {}

    static Assessment assess(Target target, RatioOfSums pairs, double alpha) {
        int n = pairs.numerators().length;
        double ratio = sum(pairs.numerators()) / sum(pairs.denominators());
        if (n < 2 || !(sum(pairs.denominators()) > 0)) {
            return Assessment.none(n == 0 ? Double.NaN : ratio, n, METHOD, "2 requests are the fewest that can pass")
                    .withFailures(pairs.failed());
        }
        double t = Student.exceededWith(alpha, n - 1);
        Fieller fieller = fieller(pairs, t);
        Contrast contrast = contrast(pairs, target.limitInMetricUnit(), t);
        return new Assessment(
                        ratio,
                        fieller.lower(),
                        fieller.upper(),
                        contrast.passes(target.comparison()),
                        contrast.fails(target.comparison()),
                        n,
                        METHOD,
                        "")
                .withFailures(pairs.failed());
    }

    private static Contrast contrast(RatioOfSums pairs, double limit, double t) {
        double[] differences = IntStream.range(0, pairs.numerators().length)
                .mapToDouble(i -> pairs.numerators()[i] - limit * pairs.denominators()[i])
                .toArray();
        double error = Math.sqrt(Moments.variance(differences) / differences.length);
        return new Contrast(Moments.mean(differences), t * error);
    }

    private static Fieller fieller(RatioOfSums pairs, double t) {
        double[] x = pairs.numerators();
        double[] y = pairs.denominators();
        int n = x.length;
        return new Fieller(
                Moments.mean(x),
                Moments.mean(y),
                Moments.variance(x) / n,
                Moments.covariance(x, y) / n,
                Moments.variance(y) / n,
                t);
    }

    private static double sum(double[] values) {
        return DoubleStream.of(values).sum();
    }
}
