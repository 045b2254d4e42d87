package io.kanoa.thorgate.telemetry;

/** Adds up the part of a window, from 0 to its length, that lies within reach of a time. Nanoseconds. */
final class CoveredTime {

    private final long length;
    private final long reach;
    private long coveredUntil;
    private long covered;

    CoveredTime(long length, long reach) {
        this.length = length;
        this.reach = reach;
    }

    /** Times come in order, and may lie outside the window. */
    void add(long time) {
        long from = Math.max(coveredUntil, time - reach);
        long to = Math.min(length, time + reach);
        if (to > from) {
            covered += to - from;
            coveredUntil = to;
        }
    }

    /** Share of the window, 0 to 1. */
    double share() {
        return length <= 0 ? 0 : (double) covered / length;
    }
}
