package io.kanoa.thorgate.report.export;

import io.kanoa.thorgate.metrics.Distribution;
import io.kanoa.thorgate.metrics.Summary;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.report.RowResult;
import java.util.List;
import java.util.stream.Stream;

/**
 * One statistic of one metric of a row, judged or not.
 *
 * @param statistic {@code overall} for the figure to name first, or else one of the spread of single requests
 * @param value in the metric's unit; finite
 * @param n values behind it
 */
record Observed(Metric metric, String statistic, double value, int n) {

    /** The figure to name first: a ratio of sums, a mean of values, an extreme, a share. */
    static final String OVERALL = "overall";

    /** All statistics of the row, in the metrics' own order; none of a metric that has no value. */
    static List<Observed> of(RowResult row) {
        return row.observed().entrySet().stream()
                .flatMap(observed -> Summary.of(observed.getKey(), observed.getValue()).stream())
                .flatMap(Observed::statistics)
                .toList();
    }

    private static Stream<Observed> statistics(Summary summary) {
        Stream<Observed> overall = Stream.of(new Observed(summary.metric(), OVERALL, summary.point(), summary.n()));
        return Stream.concat(
                overall, summary.distribution().stream().flatMap(spread -> spread(summary.metric(), spread)));
    }

    private static Stream<Observed> spread(Metric metric, Distribution spread) {
        return Stream.of(
                new Observed(metric, "mean", spread.mean(), spread.n()),
                new Observed(metric, "min", spread.min(), spread.n()),
                new Observed(metric, "p50", spread.p50(), spread.n()),
                new Observed(metric, "p90", spread.p90(), spread.n()),
                new Observed(metric, "p95", spread.p95(), spread.n()),
                new Observed(metric, "p99", spread.p99(), spread.n()),
                new Observed(metric, "max", spread.max(), spread.n()));
    }
}
