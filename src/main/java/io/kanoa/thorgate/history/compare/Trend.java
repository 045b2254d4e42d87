package io.kanoa.thorgate.history.compare;

import io.kanoa.thorgate.history.kept.Series;
import java.util.List;

/**
 * One figure of one row over runs, this one last.
 *
 * @param row id of the row
 * @param series the figure; values are in its metric's unit
 * @param points oldest first; of this device and profile, also those that cannot be compared with this run
 * @param steps where its level changed, among the runs that can be compared
 * @param level of the baseline; NaN where there is none
 */
public record Trend(String row, Series series, List<Point> points, List<Step> steps, double level) {

    public Trend {
        points = List.copyOf(points);
        steps = List.copyOf(steps);
    }

    /**
     * A run.
     *
     * @param run its id
     * @param time of its start, ISO 8601 in UTC
     * @param value of the figure
     * @param lower one-sided 95 % lower confidence bound; NaN where not known
     * @param upper one-sided 95 % upper confidence bound; NaN where not known
     * @param comparable with this run
     * @param regressed whether it was found a regression
     * @param version of the engine that served it
     * @param changed how its key differs from that of the run before it; empty where it does not
     * @param acknowledged who accepted the level that begins here, and why; empty where nobody did
     * @param names it was given
     */
    public record Point(
            String run,
            String time,
            double value,
            double lower,
            double upper,
            boolean comparable,
            boolean regressed,
            String version,
            String changed,
            String acknowledged,
            List<String> names) {

        public Point {
            names = List.copyOf(names);
        }
    }

    /**
     * A change of level.
     *
     * @param at index of the first point of the new level
     * @param level of the runs from there to the next step, in the metric's unit
     * @param change of the cost against the level before as a share, above 0 for the worse
     */
    public record Step(int at, double level, double change) {}
}
