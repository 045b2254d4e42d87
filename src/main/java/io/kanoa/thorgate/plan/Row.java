package io.kanoa.thorgate.plan;

import java.util.List;

/**
 * One line of the test matrix, ready to run.
 *
 * @param id stable over runs and profiles, e.g. {@code A1@32k}
 * @param scenario key of its scenario, e.g. {@code A}
 * @param work what it does with which models
 * @param targets what it must reach; the row's own first, then those that always hold
 * @param sampling how much is asked before it is judged
 * @param background the dummy stream of neighbour rows; other rows ignore it
 */
public record Row(
        String id, String scenario, Work work, List<Target> targets, Sampling sampling, Background background) {

    /** The same row with other work. */
    public Row with(Work work) {
        return new Row(id, scenario, work, targets, sampling, background);
    }

    /** The same row with other sampling. */
    public Row with(Sampling sampling) {
        return new Row(id, scenario, work, targets, sampling, background);
    }

    @Override
    public String toString() {
        return id;
    }
}
