package io.kanoa.thorgate.junit;

import org.assertj.core.api.AbstractAssert;

/** Assertions on what a row measured. */
public final class MeasuredAssert extends AbstractAssert<MeasuredAssert, Measured> {

    MeasuredAssert(Measured actual) {
        super(actual, MeasuredAssert.class);
    }

    /**
     * Requires that every target of the row is met.
     *
     * @throws AssertionError if a target is missed; one line a target
     * @throws UndecidedException if none is missed but not all are shown to be met
     */
    public MeasuredAssert meetsItsTargets() {
        isNotNull();
        Judgement judgement = actual.judgement();
        if (!judgement.passed()) {
            Judgement.raise(judgement.verdict(), judgement.course().advice());
        }
        return this;
    }
}
