package io.kanoa.thorgate.plan;

/** What a profile asks of the rows of a scenario. */
record Demand(Sampling sampling, Background background) {}
