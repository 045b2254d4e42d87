package io.kanoa.thorgate.history;

import io.kanoa.thorgate.history.Finding.Decision;

/**
 * Tells a regression of one metric from noise: a t-test of new runs against the baseline, and a second one on a fresh run
 * before anything is called a regression.
 */
public final class RegressionRule {

    /** The fewest runs in a baseline for a finding that advises. */
    public static final int ADVISES = 5;

    /** The fewest runs in a baseline for a finding that fails a row. */
    public static final int GATES = 8;

    private static final double TOLERATED = Math.log(1.03);
    private static final double IMPLAUSIBLE = Math.log(1.25);
    private static final double SUSPICION = 0.01;
    private static final double CONFIRMATION = 0.05;
    private static final double IMPROVEMENT = 0.001;

    private RegressionRule() {}

    /**
     * Compares new runs with the baseline. Never a REGRESSION: a SUSPECT one needs {@link #confirm}.
     *
     * @param fresh one value a run, one or more, in the unit of the history
     * @throws IllegalArgumentException if there is no value, or one is not finite or not above zero
     */
    public static Finding compare(Baseline baseline, double... fresh) {
        Comparison found = Comparison.of(baseline, fresh);
        if (baseline.evidence() < ADVISES) {
            return tooFew(baseline);
        }
        if (found.isWorse(SUSPICION, TOLERATED)) {
            return found.is(Decision.SUSPECT, "a fresh run has to confirm it");
        }
        if (found.isBetter(IMPROVEMENT, IMPLAUSIBLE)) {
            return found.is(Decision.IMPLAUSIBLE_IMPROVEMENT, "check the answers and the workload before believing it");
        }
        return found.is(Decision.STEADY, "within noise or tolerance");
    }

    /**
     * Decides on a suspicion by fresh runs alone; those that raised it are not counted again. REGRESSION if they are worse
     * too, else STEADY.
     *
     * @param suspicion what {@link #compare} found against the same baseline
     * @param fresh values of runs made after the suspicion, one or more, in the unit of the history
     * @throws IllegalArgumentException if {@code suspicion} is no SUSPECT, there is no value, or one is not finite or not
     *     above zero
     */
    public static Finding confirm(Baseline baseline, Finding suspicion, double... fresh) {
        if (suspicion.decision() != Decision.SUSPECT) {
            throw new IllegalArgumentException(
                    "a " + suspicion.decision() + " finding needs no confirmation: confirm SUSPECT ones only");
        }
        Comparison found = Comparison.of(baseline, fresh);
        return found.isWorse(CONFIRMATION, TOLERATED)
                ? found.is(Decision.REGRESSION, "confirmed by a fresh run")
                : found.is(Decision.STEADY, "a fresh run did not confirm the suspicion");
    }

    private static Finding tooFew(Baseline baseline) {
        String reason = baseline.metric() + ": " + baseline.runs() + " runs to compare with, " + ADVISES
                + " are needed to advise and " + GATES + " to gate: repeat the run";
        return new Finding(Decision.TOO_FEW, true, Double.NaN, Double.NaN, baseline.runs(), reason);
    }
}
