package io.kanoa.thorgate.verdict;

/** What can be said of a target or a row. */
public enum Decision {
    /** The confidence bound meets the target. */
    PASS,
    /** The opposite bound misses the target. */
    FAIL,
    /** The evidence does not settle it. */
    INCONCLUSIVE,
    /** Its targets are not missed, but it got worse than it was, and a fresh run confirmed it. */
    REGRESSION,
    /** Physics does not allow it. */
    INFEASIBLE,
    /** It could not be measured. */
    ERROR,
    /** It was selected and did not run. */
    NOT_RUN;

    /** Whether this is a miss, as opposed to what could not be decided. */
    public boolean isMiss() {
        return this == FAIL || this == REGRESSION || this == INFEASIBLE;
    }
}
