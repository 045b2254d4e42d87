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

    /** The bound that decides: the one on the side of the limit, and for a FAIL the opposite one. */
    public double bound() {
        return boundIsUpper() ? upper : lower;
    }

    /** Whether {@link #bound()} bounds the value from above. */
    public boolean boundIsUpper() {
        return target.comparison().isUpperLimit() != (decision == Decision.FAIL);
    }

    /**
     * The verdict in one line, in the unit of the target's limit: {@code output_token_throughput_per_user: measured
     * 42.1 tok/s, lower bound 41.0, target > 50 tok/s: FAIL}. Anything but PASS and FAIL ends with the reason.
     */
    public String line() {
        return VerdictLine.of(this);
    }
}
