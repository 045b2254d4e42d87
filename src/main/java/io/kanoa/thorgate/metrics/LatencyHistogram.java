package io.kanoa.thorgate.metrics;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import org.HdrHistogram.Histogram;

/**
 * How times spread, in a form that is small to keep and that histograms of several runs can be added up in. Counts
 * nanoseconds, from a microsecond to an hour, exact to three significant digits. For storage and display: targets are
 * judged on raw values.
 */
public final class LatencyHistogram {

    /** Name of the format of {@link #encoded}. */
    public static final String ENCODING = "HdrHistogram V2, compressed, Base64";

    /** Significant decimal digits of a value. */
    public static final int DIGITS = 3;

    private static final long LOWEST_NANOS = 1_000;
    private static final long HIGHEST_NANOS = 3_600_000_000_000L;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Histogram histogram;

    private LatencyHistogram(Histogram histogram) {
        this.histogram = histogram;
    }

    /** Of {@code millis} without its NaN and infinite values; what is longer than an hour counts as an hour. */
    public static LatencyHistogram ofMillis(double[] millis) {
        Histogram histogram = new Histogram(LOWEST_NANOS, HIGHEST_NANOS, DIGITS);
        Arrays.stream(millis)
                .filter(Double::isFinite)
                .mapToLong(value -> Math.round(value * NANOS_PER_MILLI))
                .map(nanos -> Math.max(0, Math.min(HIGHEST_NANOS, nanos)))
                .forEach(histogram::recordValue);
        return new LatencyHistogram(histogram);
    }

    /**
     * Reads what {@link #encoded} gave.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static LatencyHistogram decode(String encoded) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
            return new LatencyHistogram(Histogram.decodeFromCompressedByteBuffer(bytes, HIGHEST_NANOS));
        } catch (DataFormatException | RuntimeException e) {
            throw new IllegalArgumentException("no histogram in the format " + ENCODING, e);
        }
    }

    /** Both together. */
    public LatencyHistogram plus(LatencyHistogram other) {
        Histogram sum = histogram.copy();
        sum.add(other.histogram);
        return new LatencyHistogram(sum);
    }

    public long count() {
        return histogram.getTotalCount();
    }

    /** The value that the share {@code p} of all values does not exceed, in milliseconds. */
    public double quantileMillis(double p) {
        return histogram.getValueAtPercentile(100 * p) / NANOS_PER_MILLI;
    }

    /** The library's own, for its logs. */
    Histogram copy() {
        return histogram.copy();
    }

    /** One line of text in the format {@value #ENCODING}, in nanoseconds. */
    public String encoded() {
        ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(bytes, Deflater.BEST_COMPRESSION);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
    }
}
