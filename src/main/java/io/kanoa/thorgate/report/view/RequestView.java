package io.kanoa.thorgate.report.view;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One request of a row's raw timelines. Times are nanoseconds since the row's first reading, those of chunks since the
 * request was sent.
 *
 * @param phase {@code warm_up}, {@code alone}, {@code measured} or {@code background}
 */
public record RequestView(
        String phase,
        int index,
        String outcome,
        String detail,
        @Nullable Long sentNs,
        @Nullable Long closedNs,
        @Nullable Integer promptTokens,
        @Nullable Integer completionTokens,
        long[] chunkNs,
        int[] chunkTokens) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    public RequestView {
        chunkNs = chunkNs == null ? new long[0] : chunkNs;
        chunkTokens = chunkTokens == null ? new int[0] : chunkTokens;
    }

    public boolean isOf(String wanted) {
        return phase.equals(wanted);
    }

    /** Whether it ended as it should and gave tokens. */
    public boolean isAnswered() {
        return outcome.equals("COMPLETED") && chunkNs.length > 0;
    }

    /** When it was sent, in seconds; NaN where it never was. */
    public double sentSeconds() {
        return sentNs == null ? Double.NaN : sentNs / NANOS_PER_SECOND;
    }

    /** When it ended, in seconds; NaN where that is not known. */
    public double endSeconds() {
        return closedNs == null ? Double.NaN : closedNs / NANOS_PER_SECOND;
    }

    /** Milliseconds to the first token; NaN where it failed. */
    public double firstTokenMillis() {
        return isAnswered() ? chunkNs[0] / NANOS_PER_MILLI : Double.NaN;
    }

    /** Milliseconds between chunks in order; none where it failed. */
    public DoubleStream gapsMillis() {
        return isAnswered()
                ? IntStream.range(1, chunkNs.length).mapToDouble(i -> (chunkNs[i] - chunkNs[i - 1]) / NANOS_PER_MILLI)
                : DoubleStream.empty();
    }

    /** Tokens a second after the first chunk; NaN where it failed. */
    public double decodeRate() {
        if (!isAnswered() || completionTokens == null || chunkNs[chunkNs.length - 1] <= chunkNs[0]) {
            return Double.NaN;
        }
        int first = Math.max(1, chunkTokens.length == 0 ? 1 : chunkTokens[0]);
        return (completionTokens - first) * NANOS_PER_SECOND / (chunkNs[chunkNs.length - 1] - chunkNs[0]);
    }
}
