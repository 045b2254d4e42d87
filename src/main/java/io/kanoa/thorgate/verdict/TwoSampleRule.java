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
        Fieller fieller = Welch.ratio(samples.beside(), samples.alone(), target.limitInMetricUnit(), alpha);
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
}
