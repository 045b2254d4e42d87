package io.kanoa.thorgate.telemetry.tool;

import java.util.Map;
import java.util.function.LongSupplier;

/** The newest values of a source that speaks by itself, for as long as they are fresh. Any thread may use it. */
final class Latest {

    private final LongSupplier nanoTime;
    private final long freshNanos;
    private volatile Entry entry;

    /** @param freshNanos for how long values count as present */
    Latest(LongSupplier nanoTime, long freshNanos) {
        this.nanoTime = nanoTime;
        this.freshNanos = freshNanos;
        this.entry = new Entry(nanoTime.getAsLong(), Map.of());
    }

    /** Takes new values, if there are any. */
    void set(Map<String, Double> values) {
        if (!values.isEmpty()) {
            entry = new Entry(nanoTime.getAsLong(), Map.copyOf(values));
        }
    }

    /** The newest values; empty where the source has been silent for too long. */
    Map<String, Double> values() {
        Entry newest = entry;
        return nanoTime.getAsLong() - newest.nanos > freshNanos ? Map.of() : newest.values;
    }

    private record Entry(long nanos, Map<String, Double> values) {}
}
