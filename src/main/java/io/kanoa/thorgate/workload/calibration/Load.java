package io.kanoa.thorgate.workload.calibration;

import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.workload.BackgroundStream;
import java.util.Collection;
import java.util.List;

/**
 * What the client has to keep up with.
 *
 * @param streams answers that are read at the same time
 * @param tokensPerSecond of each stream, one event a token
 */
public record Load(int streams, int tokensPerSecond) {

    private static final int LOWEST_RATE = 100;

    /**
     * The loads of a run, each number of streams once and in rising order. The pace is the highest decode rate that any
     * target asks for, and at least 100 tok/s.
     */
    public static List<Load> of(Collection<Row> rows) {
        int rate = rate(rows);
        return rows.stream()
                .mapToInt(row -> streams(row.work()))
                .filter(streams -> streams > 0)
                .distinct()
                .sorted()
                .mapToObj(streams -> new Load(streams, rate))
                .toList();
    }

    /** How many answers are read at the same time while {@code work} is done; 0 where none is. */
    public static int streams(Work work) {
        if (work instanceof Work.Neighbours) {
            return 1 + BackgroundStream.LANES;
        }
        return work instanceof Work.FormatSupport ? 0 : 1;
    }

    private static int rate(Collection<Row> rows) {
        double highest = rows.stream()
                .flatMap(row -> row.targets().stream())
                .filter(target -> target.metric() == Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER)
                .mapToDouble(target -> target.limitInMetricUnit())
                .max()
                .orElse(0);
        return Math.max(LOWEST_RATE, (int) Math.ceil(highest));
    }

    @Override
    public String toString() {
        return streams + (streams == 1 ? " stream" : " streams") + " at " + tokensPerSecond + " tok/s";
    }
}
