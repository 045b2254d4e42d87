package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.plan.Metric;

/** A metric with the raw values that were observed for it. */
public record Measurement(Metric metric, Observations observations) {}
