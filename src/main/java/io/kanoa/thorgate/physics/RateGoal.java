package io.kanoa.thorgate.physics;

import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Target;
import java.util.Optional;

/** A target that asks for a decode rate, be it written as a rate or as the time that a token takes. */
record RateGoal(Target target) {

    private static final double MILLIS = 1000;

    /** Empty for targets on other things, and for those that ask to be slow. */
    static Optional<RateGoal> of(Target target) {
        boolean fast = target.metric().higherIsBetter() != target.comparison().isUpperLimit();
        return fast && (isRate(target.metric()) || isTime(target.metric()))
                ? Optional.of(new RateGoal(target))
                : Optional.empty();
    }

    /** The rate that it asks for, in tokens per second. */
    double limit() {
        double limit = target.limitInMetricUnit();
        return isTime(target.metric()) ? MILLIS / limit : limit;
    }

    boolean metBy(double tokensPerSecond) {
        return target.metBy(isTime(target.metric()) ? MILLIS / tokensPerSecond : tokensPerSecond);
    }

    private static boolean isRate(Metric metric) {
        return metric == Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER;
    }

    private static boolean isTime(Metric metric) {
        return metric == Metric.INTER_TOKEN_LATENCY || metric == Metric.TIME_PER_OUTPUT_TOKEN;
    }
}
