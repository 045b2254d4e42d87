package io.kanoa.thorgate.telemetry;

/** A span of time on the clock of {@link System#nanoTime()}; empty where its end is not after its start. */
public record Span(long fromNanos, long toNanos) {

    long length() {
        return Math.max(0, toNanos - fromNanos);
    }

    /** The length of what both have in common. */
    long overlap(long from, long to) {
        return Math.max(0, Math.min(to, toNanos) - Math.max(from, fromNanos));
    }

    /** Whether a time lies in it, its ends included. */
    public boolean holds(long nanos) {
        return nanos - fromNanos >= 0 && toNanos - nanos >= 0;
    }

    /** The same span as seen from an origin. */
    Span since(long originNanos) {
        return new Span(fromNanos - originNanos, toNanos - originNanos);
    }
}
