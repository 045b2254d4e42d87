package io.kanoa.thorgate.report.plot;

import io.kanoa.thorgate.metrics.SwapMetrics;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.Figures;
import io.kanoa.thorgate.workload.swap.CacheState;
import io.kanoa.thorgate.workload.swap.Direction;
import io.kanoa.thorgate.workload.swap.SwapCase;
import java.util.List;
import java.util.Optional;

/**
 * A target as a line in a plot.
 *
 * @param value in the plot's unit
 * @param words beside the line
 */
public record Limit(double value, String words) {

    /** The target on time to first token, in milliseconds. */
    static Optional<Limit> ofFirstToken(Row row) {
        return target(row, List.of(Metric.TIME_TO_FIRST_TOKEN))
                .map(target -> new Limit(target.limitInMetricUnit(), words(target)));
    }

    /** The target on token gaps, in milliseconds; a decode rate is the mean gap that it stands for. */
    static Optional<Limit> ofGap(Row row) {
        List<Metric> gaps = List.of(
                Metric.INTER_CHUNK_LATENCY, Metric.INTER_TOKEN_LATENCY, Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER);
        return target(row, gaps).map(target -> new Limit(gap(target), words(target) + gapWords(target)));
    }

    /** The target on the time of swaps in one direction, in seconds: on cold ones where there is one, else on warm ones. */
    static Optional<Limit> ofSwap(Row row, String word) {
        Direction direction = Direction.BACK.toString().equals(word) ? Direction.BACK : Direction.THERE;
        return target(row, List.of(SwapMetrics.timeOf(new SwapCase(direction, CacheState.COLD))))
                .or(() -> target(row, List.of(SwapMetrics.timeOf(new SwapCase(direction, CacheState.WARM)))))
                .map(target -> new Limit(target.limitInMetricUnit(), words(target)));
    }

    private static Optional<Target> target(Row row, List<Metric> metrics) {
        return row.targets().stream()
                .filter(target -> metrics.contains(target.metric()))
                .findFirst();
    }

    private static double gap(Target target) {
        double limit = target.limitInMetricUnit();
        return target.metric() == Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER ? 1000 / limit : limit;
    }

    private static String gapWords(Target target) {
        return target.metric() == Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER
                ? ": " + Figures.of(gap(target), Unit.MILLISECONDS)
                : "";
    }

    private static String words(Target target) {
        boolean plain = target.statistic() == target.metric().defaultStatistic();
        return "target " + (plain ? "" : target.statistic() + " ") + target.bound();
    }
}
