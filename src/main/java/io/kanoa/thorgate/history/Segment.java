package io.kanoa.thorgate.history;

/**
 * Runs that follow each other on one level.
 *
 * @param from index of the first run, oldest is 0
 * @param to index behind the last run
 * @param level geometric mean of the runs, in the metric's unit
 */
public record Segment(int from, int to, double level) {

    /** The number of runs. */
    public int size() {
        return to - from;
    }
}
