package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.plan.Target;
import java.util.Arrays;

/** Values that are beyond a target's limit, by the target's own comparison. A NaN always is. */
final class Breaches {

    private Breaches() {}

    static int count(Target target, double[] values) {
        return (int) Arrays.stream(values).filter(v -> !target.metBy(v)).count();
    }

    /**
     * The share of values beyond the limit at which a quantile just lies on the limit: {@code 1 - p} for an upper limit,
     * {@code p} for a lower one. The {@code p95} of a rate is the rate that 95 % of requests stay below.
     */
    static double allowed(Target target) {
        double p = target.statistic().probability();
        return target.comparison().isUpperLimit() ? 1 - p : p;
    }
}
