package io.kanoa.thorgate.plan;

/** A row of the plan that a profile does not run, and why. It is never counted as passed. */
public record OutsideRow(String id, String scenario, String reason) {}
