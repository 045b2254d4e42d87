package io.kanoa.thorgate.history;

/**
 * What a new run says beside earlier ones.
 *
 * @param decision what can be said
 * @param p one-sided p-value for "worse"; NaN where the history is too short
 * @param change how much worse the metric became, as a share: 0.1 is 10 % slower; negative is better
 * @param history runs that it was compared with
 */
public record Regression(Decision decision, double p, double change, int history) {

    /** What can be said of a new run. */
    public enum Decision {
        /** Fewer than 5 earlier runs since the last step. */
        TOO_FEW,
        /** Not shown to be worse. */
        STEADY,
        /** Worse; a confirmation run must tell. With fewer than 8 earlier runs it is advice only. */
        SUSPECT,
        /** Worse, and confirmed by a fresh run. */
        REGRESSION,
        /** So much better that the measurement should be looked at. */
        IMPLAUSIBLE_IMPROVEMENT
    }

    /** Whether the history is long enough for the decision to fail a row; below 8 runs it only advises. */
    public boolean gates() {
        return history >= RegressionRule.FEWEST_TO_GATE;
    }
}
