package io.kanoa.thorgate.workload.calibration;

import java.util.stream.LongStream;

/**
 * Errors of time in milliseconds. Quantiles are values that were seen.
 *
 * @param n errors behind it, at least 1
 */
public record ErrorSpread(int n, double min, double p50, double p99, double max) {

    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * The spread of some nanoseconds.
     *
     * @throws CalibrationException if there are none
     */
    static ErrorSpread ofNanos(LongStream nanos) {
        long[] sorted = nanos.sorted().toArray();
        if (sorted.length == 0) {
            throw new CalibrationException("the calibration saw no token to take an error from");
        }
        return new ErrorSpread(
                sorted.length, quantile(sorted, 0), quantile(sorted, 0.5), quantile(sorted, 0.99), quantile(sorted, 1));
    }

    private static double quantile(long[] sorted, double p) {
        return sorted[Math.max(0, (int) Math.ceil(p * sorted.length) - 1)] / NANOS_PER_MILLI;
    }
}
