package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Row;
import java.util.Map;

/** Judges a row's targets on the values observed for them. */
public final class Judge {

    /** Significance level of each one-sided test. */
    public static final double ALPHA = 0.05;

    private Judge() {}

    /** A PASS only if every target of {@code row} passes on {@code observed}; a metric that is missing never passes. */
    public static RowVerdict judge(Row row, Map<Metric, Observations> observed) {
        throw new IllegalStateException("to be written: " + row + observed);
    }
}
