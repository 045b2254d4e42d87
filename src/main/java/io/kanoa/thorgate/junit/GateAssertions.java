package io.kanoa.thorgate.junit;

/** Entry point of the gate's assertions, for static import beside AssertJ's own. */
public final class GateAssertions {

    private GateAssertions() {}

    public static MeasuredAssert assertThat(Measured actual) {
        return new MeasuredAssert(actual);
    }
}
