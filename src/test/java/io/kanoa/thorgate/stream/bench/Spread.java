package io.kanoa.thorgate.stream.bench;

import java.util.Locale;
import java.util.stream.LongStream;

/** Nanoseconds, sorted. */
record Spread(long[] sorted) {

    private static final double NANOS_PER_MICRO = 1e3;

    static Spread of(LongStream nanos) {
        return new Spread(nanos.sorted().toArray());
    }

    double micros(double quantile) {
        int index = (int) Math.ceil(quantile * sorted.length) - 1;
        return sorted[Math.max(0, index)] / NANOS_PER_MICRO;
    }

    double p99() {
        return micros(0.99);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%8.1f %8.1f %9.1f us (n=%d)", micros(0.5), p99(), micros(1), sorted.length);
    }
}
