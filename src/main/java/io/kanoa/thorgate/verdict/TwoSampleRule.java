package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.metrics.Observations.TwoSamples;
import io.kanoa.thorgate.plan.Target;

/**
 * A ratio of the means of two independent samples: Welch's t-test of {@code mean(beside) - limit * mean(alone)} against
 * 0, and Fieller's bounds with the degrees of freedom that Welch and Satterthwaite give at the limit.
 */
final class TwoSampleRule {

    private static final String METHOD = "Welch t-test of beside - limit * alone";

    private TwoSampleRule() {}

    static Assessment assess(Target target, TwoSamples samples, double alpha) {
        int n = samples.beside().length + samples.alone().length;
        double ratio = Moments.mean(samples.beside()) / Moments.mean(samples.alone());
        if (samples.beside().length < 2 || samples.alone().length < 2) {
            return Assessment.none(ratio, n, METHOD, "2 requests on each side are the fewest that can pass")
                    .withFailures(samples.failed());
        }
        Fieller fieller = fieller(samples, target.limitInMetricUnit(), alpha);
        Contrast contrast = contrast(fieller, target.limitInMetricUnit());
        return new Assessment(
                        ratio,
                        fieller.lower(),
                        fieller.upper(),
                        contrast.passes(target.comparison()),
                        contrast.fails(target.comparison()),
                        n,
                        METHOD,
                        "")
                .withFailures(samples.failed());
    }

    private static Contrast contrast(Fieller means, double limit) {
        double variance = means.varNumerator() + limit * limit * means.varDenominator();
        return new Contrast(means.numerator() - limit * means.denominator(), means.t() * Math.sqrt(variance));
    }

    private static Fieller fieller(TwoSamples samples, double limit, double alpha) {
        double beside = Moments.variance(samples.beside()) / samples.beside().length;
        double alone = Moments.variance(samples.alone()) / samples.alone().length;
        double freedom =
                freedom(beside, samples.beside().length - 1, limit * limit * alone, samples.alone().length - 1);
        return new Fieller(
                Moments.mean(samples.beside()),
                Moments.mean(samples.alone()),
                beside,
                0,
                alone,
                Student.exceededWith(alpha, freedom));
    }

    /** Welch-Satterthwaite, for two variances of means with their own degrees of freedom. */
    private static double freedom(double v, double freedomV, double w, double freedomW) {
        double sum = v + w;
        return sum == 0 ? freedomV + freedomW : sum * sum / (v * v / freedomV + w * w / freedomW);
    }
}
