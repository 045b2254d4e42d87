package io.kanoa.thorgate.history.compare;

import io.kanoa.thorgate.history.kept.KeptRun;
import io.kanoa.thorgate.history.kept.Series;

/**
 * Runs that were worse than those before, and that nobody accepted.
 *
 * @param row id of the row
 * @param series the figure that got worse
 * @param from the first of them
 * @param until the last run that is there to be seen
 * @param runs from the first to the last
 * @param device they were made on
 * @param before level until then, in the metric's unit; NaN where it is not known
 * @param now geometric mean since, in the metric's unit
 */
public record WorseRuns(
        String row, Series series, KeptRun from, KeptRun until, int runs, String device, double before, double now) {}
