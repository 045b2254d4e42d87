package io.kanoa.thorgate.report;

import io.kanoa.thorgate.verdict.MedianBound;
import io.kanoa.thorgate.workload.swap.CacheState;
import io.kanoa.thorgate.workload.swap.SwapCase;
import io.kanoa.thorgate.workload.swap.SwapTimes;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The swaps of a row that may be compared. Times in seconds; what is not known is NaN.
 *
 * @param swap direction and state of the page cache
 * @param n how many were timed
 * @param total from request to first token
 * @param parts medians of {@link #PARTS}, in their order
 * @param rate bytes of the weights by the time to load them, per second; the median
 * @param diskShare that rate against the disk's own, where the bytes come from the disk
 * @param cachedShare most of the files' bytes that were in the page cache when a swap began, 0 to 1
 * @param memoryReturned least that was back after the unload, in bytes
 * @param problem why there are none, or fewer than asked for; empty where nothing stood in the way
 */
public record SwapLine(
        SwapCase swap,
        int n,
        MedianBound total,
        List<Double> parts,
        double rate,
        double diskShare,
        double cachedShare,
        double memoryReturned,
        String problem) {

    /** What a swap consists of. */
    public static final List<String> PARTS = List.of("unload", "process", "weights", "ready", "first token");

    private static final double NANOS_PER_SECOND = 1e9;

    public SwapLine {
        parts = List.copyOf(parts);
    }

    static SwapLine of(SwapCase which, List<SwapTimes> swaps, String problem) {
        double rate = median(swaps, SwapTimes::weightsRate);
        double disk = median(swaps, swap -> swap.disk().diskRate());
        return new SwapLine(
                which,
                swaps.size(),
                MedianBound.of(swaps.stream()
                        .mapToDouble(swap -> swap.totalNanos() / NANOS_PER_SECOND)
                        .toArray()),
                Stream.<ToDoubleFunction<SwapTimes>>of(
                                swap -> swap.unload().nanos(),
                                SwapTimes::processNanos,
                                SwapTimes::weightsNanos,
                                SwapTimes::readyNanos,
                                SwapTimes::firstTokenNanos)
                        .map(part -> median(swaps, part) / NANOS_PER_SECOND)
                        .toList(),
                rate,
                which.state() == CacheState.COLD ? rate / disk : Double.NaN,
                swaps.stream()
                        .mapToDouble(swap -> swap.disk().cachedShare())
                        .max()
                        .orElse(Double.NaN),
                swaps.stream().mapToDouble(SwapTimes::memoryReturnedBytes).min().orElse(Double.NaN),
                problem);
    }

    private static double median(List<SwapTimes> swaps, ToDoubleFunction<SwapTimes> value) {
        return MedianBound.of(swaps.stream().mapToDouble(value).toArray()).median();
    }
}
