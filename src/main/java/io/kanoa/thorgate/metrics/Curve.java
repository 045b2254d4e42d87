package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.telemetry.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A channel over time, straight between its samples, which are in the order of time. */
record Curve(long[] nanos, double[] values) {

    /** Samples further apart than this do not cover the time between them. */
    static final long WIDEST_GAP_NANOS = 3_000_000_000L;

    /** The readings of {@code channel}, from whatever sensor gave them. */
    static Curve of(List<Sample> samples, String channel) {
        List<Sample> carrying = samples.stream()
                .filter(sample -> Double.isFinite(sample.values().getOrDefault(channel, Double.NaN)))
                .sorted((a, b) -> Long.compare(a.nanos(), b.nanos()))
                .toList();
        return new Curve(
                carrying.stream().mapToLong(Sample::nanos).toArray(),
                carrying.stream()
                        .mapToDouble(sample -> sample.values().get(channel))
                        .toArray());
    }

    /** Whichever of the curves is highest, each as its latest sample says. */
    static Curve highest(List<Curve> curves) {
        TreeMap<Long, Double> highest = new TreeMap<>();
        curves.stream()
                .flatMapToLong(curve -> Arrays.stream(curve.nanos))
                .forEach(time -> highest.put(
                        time,
                        curves.stream()
                                .mapToDouble(curve -> curve.latest(time))
                                .filter(Double::isFinite)
                                .max()
                                .orElseThrow()));
        return new Curve(
                highest.keySet().stream().mapToLong(Long::longValue).toArray(),
                highest.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The samples that were taken in {@code window}. */
    Curve within(Window window) {
        int[] held = IntStream.range(0, nanos.length)
                .filter(i -> window.holds(nanos[i]))
                .toArray();
        return new Curve(
                Arrays.stream(held).mapToLong(i -> nanos[i]).toArray(),
                Arrays.stream(held).mapToDouble(i -> values[i]).toArray());
    }

    /** The highest value above the first one. */
    OptionalDouble rise() {
        OptionalDouble highest = Arrays.stream(values).max();
        return highest.isPresent() ? OptionalDouble.of(highest.getAsDouble() - values[0]) : highest;
    }

    boolean isEmpty() {
        return nanos.length == 0;
    }

    /** The integral over {@code window} in units of the channel times seconds; NaN where samples do not cover it. */
    double integral(Window window) {
        double sum = 0;
        long covered = window.startNanos();
        for (int i = 1; i < nanos.length && covered < window.endNanos(); i++) {
            if (nanos[i] > covered) {
                long until = Math.min(nanos[i], window.endNanos());
                sum += piece(i, covered, until);
                covered = until;
            }
        }
        return covered >= window.endNanos() ? sum : Double.NaN;
    }

    /** The value of the newest sample at {@code time} or before it; NaN where there is none. */
    private double latest(long time) {
        int found = Arrays.binarySearch(nanos, time);
        int index = found >= 0 ? found : -found - 2;
        return index < 0 ? Double.NaN : values[index];
    }

    /** The trapezoid between two instants of the interval that ends at sample {@code i}. */
    private double piece(int i, long from, long until) {
        boolean covers = nanos[i - 1] <= from && nanos[i] - nanos[i - 1] <= WIDEST_GAP_NANOS;
        return covers ? (at(i, from) + at(i, until)) / 2 * ((until - from) / 1e9) : Double.NaN;
    }

    private double at(int i, long instant) {
        double share = (double) (instant - nanos[i - 1]) / (nanos[i] - nanos[i - 1]);
        return values[i - 1] + share * (values[i] - values[i - 1]);
    }
}
