package io.kanoa.thorgate.history.compare;

import io.kanoa.thorgate.history.kept.Series;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Work;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which figures of a row are compared over runs: those of its targets, and what its kind of work is about. Few of them, since
 * each comparison has its own chance of a false alarm.
 */
public final class FollowedSeries {

    /** Tell what was asked or where the machine stood, or have no relative change: 40 C are not twice 20 C. */
    private static final Set<Metric> NOT_FOLLOWED = EnumSet.of(
            Metric.INPUT_SEQUENCE_LENGTH,
            Metric.OUTPUT_SEQUENCE_LENGTH,
            Metric.REASONING_TOKEN_COUNT,
            Metric.REASONING_TOKEN_SHARE,
            Metric.IMAGE_TOKENS,
            Metric.REQUEST_FAILURE_RATIO,
            Metric.GPU_TEMPERATURE_PEAK,
            Metric.GPU_AVERAGE_CLOCK,
            Metric.THROTTLED_RATIO,
            Metric.OUT_OF_MEMORY_KILLS,
            Metric.BACKGROUND_BACKLOG_PEAK,
            Metric.FORMATS_SERVED);

    private FollowedSeries() {}

    /** Whether a figure can be compared over runs. */
    public static boolean includes(Series series) {
        return !NOT_FOLLOWED.contains(series.metric());
    }

    /** Those of a row, its targets' first. */
    public static List<Series> of(Row row) {
        return Stream.concat(row.targets().stream().map(Series::of), core(row.work()))
                .filter(FollowedSeries::includes)
                .distinct()
                .toList();
    }

    private static Stream<Series> core(Work work) {
        if (work instanceof Work.Swap) {
            return Stream.of(Series.of(Metric.MODEL_SWAP_TIME));
        }
        return work instanceof Work.FormatSupport
                ? Stream.empty()
                : Stream.of(Metric.TIME_TO_FIRST_TOKEN, Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER)
                        .map(Series::of);
    }
}
