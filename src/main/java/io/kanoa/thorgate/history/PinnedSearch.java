package io.kanoa.thorgate.history;

import io.kanoa.thorgate.plan.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Makes a baseline of runs that somebody chose. */
final class PinnedSearch {

    private final Metric metric;
    private final int[] anchors;
    private final double[] logs;
    private final double[] calm;

    PinnedSearch(Metric metric, List<PastRun> history, int[] anchors) {
        this.metric = metric;
        this.anchors = anchors.clone();
        this.logs =
                Cost.logs(metric, history.stream().mapToDouble(PastRun::value).toArray(), "run");
        this.calm = IntStream.range(0, logs.length)
                .filter(i -> !history.get(i).regressed())
                .mapToDouble(i -> logs[i])
                .toArray();
    }

    Baseline find() {
        List<Segment> segments = Segments.ofLogs(metric, calm);
        double[] chosen = Arrays.stream(anchors).mapToDouble(i -> logs[i]).toArray();
        double level = chosen.length == 0
                ? Double.NaN
                : Cost.value(metric, Sample.of(chosen).mean());
        int freedom = calm.length - segments.size();
        double squares = segments.stream()
                .mapToDouble(
                        segment -> Sample.of(calm, segment.from(), segment.to()).squares())
                .sum();
        double variation = freedom < 1 ? Double.NaN : Math.sqrt(squares / freedom);
        Segment whole = new Segment(0, logs.length, level);
        return new Baseline(metric, segments, whole, chosen.length, level, variation, freedom, List.of());
    }
}
