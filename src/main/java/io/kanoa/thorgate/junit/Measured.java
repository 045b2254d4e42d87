package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.verdict.RowVerdict;

/**
 * What a row measured, and what follows from it. The two belong together: how a row may be judged depends on how its
 * sampling ended, so evidence of a row that ended early must not be judged again as if its size had been fixed.
 */
public final class Measured {

    private final Evidence evidence;
    private final Judgement judgement;

    Measured(Evidence evidence, Judgement judgement) {
        this.evidence = evidence;
        this.judgement = judgement;
    }

    /** All that the row produced. */
    public Evidence evidence() {
        return evidence;
    }

    /** The row's verdict. */
    public RowVerdict verdict() {
        return judgement.verdict();
    }

    Judgement judgement() {
        return judgement;
    }
}
