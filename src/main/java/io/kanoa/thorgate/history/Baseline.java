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
 * @param variation standard deviation of their logarithms, close to the relative one; NaN where it is not known
 * @param freedom degrees of freedom behind that
 * @param unacknowledged steps for the worse behind {@code segment}, oldest first; they become the baseline when acknowledged
 */
public record Baseline(
        Metric metric,
        List<Segment> segments,
        Segment segment,
        int runs,
        double level,
        double variation,
        int freedom,
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

    /**
     * Runs that somebody chose to compare with, few as they may be. How much runs vary is told by all of the history: within
     * its segments, without runs that were found a regression.
     *
     * @param history of the same fingerprint, oldest first
     * @param anchors indices in it of the runs chosen
     * @throws IllegalArgumentException if a value is not finite or not above zero
     */
    public static Baseline pinned(Metric metric, List<PastRun> history, int... anchors) {
        return new PinnedSearch(metric, history, anchors).find();
    }

    /** How many runs tell what is compared and how much that varies; decides whether to compare, to advise or to gate. */
    int evidence() {
        return runs == 0 ? 0 : freedom + 1;
    }

    /** The mean log cost. */
    double logLevel() {
        return Cost.log(metric, level, "the baseline");
    }

    /** The chance that {@code count} new values have a mean log cost of {@code x} or more, if nothing changed. */
    double chanceAbove(double x, int count) {
        return Sample.chanceAbove(x - logLevel(), variation, count, runs, freedom);
    }
}
