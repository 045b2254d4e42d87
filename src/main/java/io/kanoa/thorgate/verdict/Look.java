package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.plan.Target;

/**
 * One target at one look, for the results. Values are in the metric's unit; NaN is "not known".
 *
 * @param requests that had been measured
 * @param decision what this look found by itself
 * @param measured the point estimate
 * @param lower bound as this look's boundary gives it
 * @param upper bound as this look's boundary gives it
 * @param boundary what the look decided by
 */
public record Look(
        int requests,
        Target target,
        Decision decision,
        double measured,
        double lower,
        double upper,
        Boundary boundary) {}
