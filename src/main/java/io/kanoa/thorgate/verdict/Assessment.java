package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.plan.Target;

/**
 * What one statistical rule found for one target, in the metric's unit.
 *
 * @param passes whether the bound meets the limit
 * @param fails whether the opposite bound misses it; never together with {@code passes}
 * @param remark why it is neither, or what else a reader must know; may be empty
 */
record Assessment(
        double measured,
        double lower,
        double upper,
        boolean passes,
        boolean fails,
        int n,
        String method,
        String remark) {

    /** Nothing can be said, because of {@code reason}. */
    static Assessment none(double measured, int n, String method, String reason) {
        return new Assessment(measured, Double.NaN, Double.NaN, false, false, n, method, reason);
    }

    /** Requests that failed are no evidence that the target is met: takes a pass away, leaves a fail. */
    Assessment withFailures(int failed) {
        if (failed == 0) {
            return this;
        }
        String said = failed + " of " + (n + failed) + " requests failed or have no value; with such none passes";
        return new Assessment(measured, lower, upper, false, fails, n, method, said);
    }

    TargetVerdict toVerdict(Target target) {
        return new TargetVerdict(target, decision(), measured, lower, upper, n, method, reason());
    }

    private Decision decision() {
        return passes ? Decision.PASS : fails ? Decision.FAIL : Decision.INCONCLUSIVE;
    }

    private String reason() {
        if (passes) {
            return "";
        }
        String said = fails ? "the confidence bound misses the limit" : "the limit lies between the confidence bounds";
        return remark.isEmpty() ? said : remark;
    }
}
