package io.kanoa.thorgate.plan;

/**
 * A named part of the test matrix.
 *
 * @param id its key in the plan, e.g. {@code A}
 * @param title e.g. {@code Baseline performance, single model}
 */
public record Scenario(String id, String title) {}
