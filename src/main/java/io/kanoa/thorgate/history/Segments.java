package io.kanoa.thorgate.history;

import io.kanoa.thorgate.plan.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Splits a history where its level changed: where some runs, in its middle or up to its end, differ most from the others by
 * the t-test with pooled variance, and then each part again. The p-value of the maximum is bounded by Bonferroni over the
 * places tried.
 */
public final class Segments {

    /** The fewest runs in a segment. */
    public static final int SHORTEST = 5;

    private static final double LEVEL = 0.001;

    private final Metric metric;
    private final double[] logs;

    private Segments(Metric metric, double[] logs) {
        this.metric = metric;
        this.logs = logs;
    }

    /**
     * The segments of {@code values}, oldest first; they cover all of it. One if there is no step, none if there is no
     * value.
     *
     * @param values one a run, oldest first, in any unit
     * @throws IllegalArgumentException if a value is not finite or not above zero
     */
    public static List<Segment> of(Metric metric, double[] values) {
        return ofLogs(metric, Cost.logs(metric, values, "run"));
    }

    static List<Segment> ofLogs(Metric metric, double[] logs) {
        return logs.length == 0
                ? List.of()
                : new Segments(metric, logs).within(0, logs.length).toList();
    }

    private Stream<Segment> within(int from, int to) {
        if (to - from < 2 * SHORTEST) {
            return Stream.of(segment(from, to));
        }
        Arc arc = Arc.in(Arrays.copyOfRange(logs, from, to), SHORTEST);
        return arc.pValue() < LEVEL
                ? split(from, from + arc.from(), from + arc.to(), to)
                : Stream.of(segment(from, to));
    }

    private Stream<Segment> split(int from, int start, int end, int to) {
        Stream<Segment> first = Stream.concat(within(from, start), within(start, end));
        return end == to ? first : Stream.concat(first, within(end, to));
    }

    private Segment segment(int from, int to) {
        return new Segment(
                from, to, Cost.value(metric, Sample.of(logs, from, to).mean()));
    }
}
