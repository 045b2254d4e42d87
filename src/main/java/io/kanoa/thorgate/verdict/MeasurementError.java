package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.workload.calibration.ClientTimingError;

/**
 * How far the client's times may be off, in milliseconds; NaN where nobody knows. What it means for a metric:
 *
 * <ul>
 *   <li>times from sending until an arrival (first byte, first token, request latency, swap, turns from
 *       retrieved text): {@code arrival}
 *   <li>raw gaps between chunks: {@code gap}
 *   <li>time per token of a request: {@code span} / tokens after the first chunk, because only the two ends count. The
 *       fewest tokens of any request are taken
 *   <li>decode and prefill rates: {@code span} or {@code arrival} on the time that each request's tokens are divided by
 *   <li>throughput over the measured window: {@code arrival}, once, at the window's end
 *   <li>ratios beside a neighbour and alone: both sides, in opposite directions
 *   <li>counts, memory, power, load times: none, the streaming client does not time them
 * </ul>
 *
 * @param arrival of a token, counted from sending its request
 * @param gap between two arrivals that follow each other
 * @param span between any two arrivals
 */
public record MeasurementError(double arrival, double gap, double span) {

    /** Times are exact. */
    public static final MeasurementError NONE = new MeasurementError(0, 0, 0);

    /** Nobody knows how far times are off: no target that rests on them can be decided. */
    public static final MeasurementError UNKNOWN = new MeasurementError(Double.NaN, Double.NaN, Double.NaN);

    /** What a calibration found: 99th percentiles. */
    public static MeasurementError of(ClientTimingError found) {
        return new MeasurementError(found.firstToken().p99(), found.gap().p99(), found.spanMillis());
    }

    boolean isNone() {
        return arrival == 0 && gap == 0 && span == 0;
    }

    boolean isUnknown() {
        return Double.isNaN(arrival) || Double.isNaN(gap) || Double.isNaN(span);
    }

    /** Whether the metric rests on times that the streaming client noted. */
    static boolean concerns(Metric metric) {
        return switch (metric) {
            case TIME_TO_FIRST_BYTE,
                    TIME_TO_FIRST_TOKEN,
                    TIME_TO_FIRST_OUTPUT_TOKEN,
                    REQUEST_LATENCY,
                    INTER_TOKEN_LATENCY,
                    INTER_CHUNK_LATENCY,
                    TIME_PER_OUTPUT_TOKEN,
                    OUTPUT_TOKEN_THROUGHPUT_PER_USER,
                    PREFILL_THROUGHPUT_PER_USER,
                    OUTPUT_TOKEN_THROUGHPUT,
                    REQUEST_THROUGHPUT,
                    INTER_TOKEN_LATENCY_DEGRADATION,
                    TIME_TO_FIRST_TOKEN_DEGRADATION,
                    RETRIEVAL_TO_FIRST_TOKEN,
                    MODEL_SWAP_TIME,
                    MODEL_SWAP_TIME_WARM,
                    MODEL_SWAP_BACK_TIME,
                    MODEL_SWAP_BACK_TIME_WARM -> true;
            default -> false;
        };
    }

    /**
     * How far each time behind a value of {@code metric} may be off, in milliseconds.
     *
     * @param tokens after the first chunk, of the request with the fewest
     */
    double millis(Metric metric, double tokens) {
        return switch (metric) {
            case INTER_TOKEN_LATENCY, TIME_PER_OUTPUT_TOKEN, INTER_TOKEN_LATENCY_DEGRADATION -> span / tokens;
            case INTER_CHUNK_LATENCY -> gap;
            case OUTPUT_TOKEN_THROUGHPUT_PER_USER -> span;
            default -> concerns(metric) ? arrival : 0;
        };
    }
}
