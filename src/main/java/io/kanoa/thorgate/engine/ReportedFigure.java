package io.kanoa.thorgate.engine;

import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Unit;
import java.util.Optional;

/**
 * A figure that somebody else measured: the engine itself, or a benchmark tool. It stands beside ours and is never judged.
 *
 * @param name of the figure, in our words, e.g. {@code time_to_first_token mean}
 * @param formula how it comes about there, since the same name is measured differently by everyone
 * @param value in {@code unit}
 * @param n observations behind it, as the reporter counts them: requests, or gaps between tokens
 * @param ours the metric of ours that comes closest; empty where there is none
 */
public record ReportedFigure(String name, String formula, double value, Unit unit, long n, Optional<Metric> ours) {}
