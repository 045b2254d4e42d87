package io.kanoa.thorgate.history;

import io.kanoa.thorgate.plan.Metric;
import java.util.List;

/**
 * The runs that a new run is compared with: the last segment of the history that is no worse than the one before, or that
 * was acknowledged; of it the latest 30 runs, without those that were found a regression themselves.
 *
 * @param metric what was measured
 * @param segments all of the history
 * @param segment the one that holds the baseline; of no runs if there is no history
 * @param runs in the baseline
 * @param level their geometric mean, in the metric's unit; NaN without runs
 * @param variation standard deviation of their logarithms, close to the relative one; NaN for fewer than two
 * @param unacknowledged steps for the worse behind {@code segment}, oldest first; they become the baseline when acknowledged
 */
public record Baseline(
        Metric metric,
        List<Segment> segments,
        Segment segment,
        int runs,
        double level,
        double variation,
        List<WorseStep> unacknowledged) {

    /** The most runs a baseline has. */
    public static final int WINDOW = 30;

    public Baseline {
        segments = List.copyOf(segments);
        unacknowledged = List.copyOf(unacknowledged);
    }

    /**
     * The baseline of {@code history} in which nothing was acknowledged.
     *
     * @throws IllegalArgumentException if a value is not finite or not above zero
     */
    public static Baseline of(Metric metric, List<PastRun> history) {
        return of(metric, history, 0);
    }

    /**
     * The baseline of {@code history}.
     *
     * @param history of the same fingerprint, oldest first; all of it, since a step for the worse must not grow out of sight
     * @param acknowledged number of runs, from the oldest on, that somebody has seen and accepted as they are: steps that
     *     begin in them are accepted, and regressions among them are examples to compare with
     * @throws IllegalArgumentException if a value is not finite or not above zero, or {@code acknowledged} is not between 0
     *     and the number of runs
     */
    public static Baseline of(Metric metric, List<PastRun> history, int acknowledged) {
        if (acknowledged < 0 || acknowledged > history.size()) {
            throw new IllegalArgumentException("acknowledged is " + acknowledged + " of a history of " + history.size()
                    + " runs: give the number of runs that somebody accepted");
        }
        return new BaselineSearch(metric, history, acknowledged).find();
    }

    /** The baseline's log costs in brief. */
    Sample sample() {
        double log = Cost.log(metric, level, "the baseline");
        return new Sample(runs, log, variation * variation * (runs - 1));
    }
}
