package io.kanoa.thorgate.metrics;

import java.util.List;

/** The raw values behind one metric of one row, in the metric's unit, in the form that their statistics need. */
public sealed interface Observations {

    /**
     * One value a request. A request that failed, or has no value for the metric, is NaN: it is left out of what is shown
     * and counted against the target.
     */
    record PerRequest(double[] values) implements Observations {}

    /**
     * A rate or mean as a ratio of sums, one pair a request: tokens and seconds, joules and seconds.
     *
     * @param failed requests without a pair; more than 0 never passes
     */
    record RatioOfSums(double[] numerators, double[] denominators, int failed) implements Observations {}

    /**
     * A ratio of two ratios of sums (beside a neighbour against alone): per request values of both sides.
     *
     * @param beside values of the requests beside the neighbour
     * @param alone values of the requests without it
     * @param failed requests of either side without a value; more than 0 never passes
     */
    record TwoSamples(double[] beside, double[] alone, int failed) implements Observations {}

    /**
     * Many values a request, pooled: raw gaps between chunks. Requests are the clusters.
     *
     * @param failed requests without gaps because they failed; each counts as a request beyond the limit
     */
    record Pooled(List<double[]> byRequest, int failed) implements Observations {}

    /** Independent trials that are few: swaps, loads. */
    record Trials(double[] values) implements Observations {}

    /**
     * An extreme over a window: the highest or lowest sample.
     *
     * @param value the extreme seen
     * @param samples how many samples it was taken from
     */
    record Extreme(double value, int samples) implements Observations {}

    /** A count of successes among attempts, as a ratio metric. */
    record Share(int hits, int total) implements Observations {}

    /**
     * All that there is, tried once each: nothing is estimated.
     *
     * @param hits that hold
     * @param open that are not settled; they count neither way
     * @param remarks on those that do not hold or are open, one each
     */
    record Census(int hits, int open, int total, List<String> remarks) implements Observations {}

    /** No value can be given. A target on it never passes. */
    record Missing(String reason) implements Observations {}
}
