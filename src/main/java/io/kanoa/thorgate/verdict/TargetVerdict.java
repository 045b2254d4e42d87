package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.plan.Target;

/**
 * The judgement of one target. Values are in the metric's unit; NaN is "not known".
 *
 * @param decision what can be said
 * @param measured the point estimate of the target's statistic
 * @param lower one-sided 95 % lower confidence bound of it
 * @param upper one-sided 95 % upper confidence bound of it
 * @param n observations that the judgement rests on
 * @param method the statistical method, for people
 * @param reason why it is not a PASS, or empty
 */
public record TargetVerdict(
        Target target,
        Decision decision,
        double measured,
        double lower,
        double upper,
        int n,
        String method,
        String reason) {

    /** The bound that the target was judged by: the one on the side of the limit. */
    public double bound() {
        return target.comparison().isUpperLimit() ? upper : lower;
    }
}
