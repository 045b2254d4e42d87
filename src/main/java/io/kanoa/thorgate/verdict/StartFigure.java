package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.metrics.Observations.Pooled;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.metrics.Observations.TwoSamples;
import io.kanoa.thorgate.plan.Target;
import java.util.Arrays;

/** What one start of an engine contributes to a claim about the build: the target's statistic within that start. */
final class StartFigure {

    private StartFigure() {}

    /** The figure in the metric's unit; NaN where failed requests leave none to trust. */
    static double of(Target target, Observations observations) {
        if (target.statistic().isQuantile()) {
            return Singles.all(observations)
                    .map(values -> quantile(target, values))
                    .orElse(Double.NaN);
        }
        return failed(observations) > 0
                ? Double.NaN
                : TargetRules.assess(target, observations, Judge.ALPHA).measured();
    }

    private static double quantile(Target target, double[] values) {
        int rank = (int) Math.ceil(target.statistic().probability() * values.length - 1e-9);
        return Ordered.of(values, target.comparison().isUpperLimit()).rank(rank);
    }

    private static long failed(Observations observations) {
        if (observations instanceof RatioOfSums o) {
            return o.failed();
        } else if (observations instanceof TwoSamples o) {
            return o.failed();
        } else if (observations instanceof Pooled o) {
            return o.failed();
        } else if (observations instanceof PerRequest o) {
            return Arrays.stream(o.values()).filter(Double::isNaN).count();
        }
        return 0;
    }
}
