package io.kanoa.thorgate.plan;

/**
 * How much context a row asks for.
 *
 * @param label as the plan writes it and as row ids carry it, e.g. {@code 32k}
 * @param tokens prompt and answer together, as this profile runs it; a profile may scale the label down
 */
public record Context(String label, int tokens) {}
