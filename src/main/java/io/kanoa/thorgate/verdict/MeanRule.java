package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.metrics.Observations.Pooled;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.plan.Target;
import java.util.Arrays;

/** Plain means, as ratios of sums whose denominators are counts. */
final class MeanRule {

    private MeanRule() {}

    /** The mean of single values; a NaN is a failure. */
    static Assessment assess(Target target, double[] values, double alpha) {
        double[] present = Moments.present(values);
        int failed = values.length - present.length;
        return RatioRule.assess(target, new RatioOfSums(present, Moments.ones(present.length), failed), alpha);
    }

    /** The mean of pooled values; the request is the unit, since its values resemble each other. */
    static Assessment assess(Target target, Pooled pooled, double alpha) {
        double[] sums = pooled.byRequest().stream()
                .mapToDouble(values -> Arrays.stream(values).sum())
                .toArray();
        double[] counts =
                pooled.byRequest().stream().mapToDouble(values -> values.length).toArray();
        return RatioRule.assess(target, new RatioOfSums(sums, counts, pooled.failed()), alpha);
    }
}
