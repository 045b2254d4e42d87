package io.kanoa.thorgate.history;

import io.kanoa.thorgate.plan.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Goes through the segments from the oldest on and keeps the one to compare with. */
final class BaselineSearch {

    private static final double WORSE = 0.01;

    private final Metric metric;
    private final List<PastRun> history;
    private final int acknowledged;
    private final double[] logs;
    private final List<WorseStep> worse = new ArrayList<>();
    private Segment accepted = new Segment(0, 0, Double.NaN);

    BaselineSearch(Metric metric, List<PastRun> history, int acknowledged) {
        this.metric = metric;
        this.history = history;
        this.acknowledged = acknowledged;
        this.logs =
                Cost.logs(metric, history.stream().mapToDouble(PastRun::value).toArray(), "run");
    }

    Baseline find() {
        List<Segment> segments = Segments.ofLogs(metric, logs);
        segments.forEach(this::weigh);
        double[] kept = kept();
        double level = kept.length == 0
                ? Double.NaN
                : Cost.value(metric, Sample.of(kept).mean());
        double variation = kept.length < 2 ? Double.NaN : Sample.of(kept).deviation();
        return new Baseline(metric, segments, accepted, kept.length, level, variation, kept.length - 1, worse);
    }

    private void weigh(Segment next) {
        if (accepted.size() == 0 || next.from() < acknowledged || !isWorse(next)) {
            accepted = next;
            worse.clear();
        }
    }

    private boolean isWorse(Segment next) {
        Sample before = sample(accepted);
        Sample after = sample(next);
        double p = before.chanceWorse(after);
        if (p >= WORSE) {
            return false;
        }
        worse.add(new WorseStep(next, Cost.share(after.mean() - before.mean()), p));
        return true;
    }

    private Sample sample(Segment segment) {
        return Sample.of(logs, segment.from(), segment.to());
    }

    private double[] kept() {
        int[] runs = IntStream.range(accepted.from(), accepted.to())
                .filter(i -> i < acknowledged || !history.get(i).regressed())
                .toArray();
        return IntStream.of(runs)
                .skip(Math.max(0, runs.length - Baseline.WINDOW))
                .mapToDouble(i -> logs[i])
                .toArray();
    }
}
