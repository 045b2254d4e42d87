package io.kanoa.thorgate.telemetry;

import java.util.List;

/** Adds up the part of some spans that lies within reach of a time. Nanoseconds since the start of the first span. */
final class CoveredTime {

    private final List<Span> spans;
    private int current;
    private long coveredUntil;
    private long covered;

    /** @param spans in order; none overlaps another, and the first starts at 0 */
    CoveredTime(List<Span> spans) {
        this.spans = spans;
    }

    /** Times come in order, and may lie outside the spans. */
    void add(long time, long reach) {
        long from = Math.max(coveredUntil, time - reach);
        long to = time + reach;
        if (to > from) {
            coveredUntil = to;
            count(from, to);
        }
    }

    /** Share of the spans' time, 0 to 1. */
    double share() {
        long length = spans.stream().mapToLong(Span::length).sum();
        return length == 0 ? 0 : (double) covered / length;
    }

    private void count(long from, long to) {
        while (current < spans.size() && spans.get(current).toNanos() <= from) {
            current++;
        }
        for (int i = current; i < spans.size() && spans.get(i).fromNanos() < to; i++) {
            covered += spans.get(i).overlap(from, to);
        }
    }
}
