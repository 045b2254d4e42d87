package io.kanoa.thorgate.junit;

/** Marks a class as one scenario of the plan. */
public @interface Scenario {
    String value();
}
