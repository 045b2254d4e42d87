package io.kanoa.thorgate.history;

/**
 * What a comparison with the baseline found.
 *
 * @param decision what it is
 * @param advisory whether the baseline is too short, under 8 runs, for the decision to fail anything
 * @param pValue the chance of a change so large in this direction if nothing changed, one-sided; NaN for TOO_FEW
 * @param change of the cost as a share, above 0 for the worse; a rate that halves costs 1.0 more; NaN for TOO_FEW
 * @param runs in the baseline
 * @param reason for people
 */
public record Finding(Decision decision, boolean advisory, double pValue, double change, int runs, String reason) {

    /** Whether this fails a row: a confirmed regression against a baseline that is long enough. */
    public boolean isMiss() {
        return decision == Decision.REGRESSION && !advisory;
    }

    /** What a comparison can find. */
    public enum Decision {
        /** No change that the noise does not explain, or too small a one. */
        STEADY,
        /** Worse in one run; a fresh run has to confirm it. */
        SUSPECT,
        /** Worse, and a fresh run confirmed it. */
        REGRESSION,
        /** So much better that an error of the measurement is likelier. */
        IMPLAUSIBLE_IMPROVEMENT,
        /** The baseline has fewer than 5 runs; nothing is compared. */
        TOO_FEW
    }
}
