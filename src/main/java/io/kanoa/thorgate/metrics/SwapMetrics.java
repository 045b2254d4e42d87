package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.metrics.Observations.Trials;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.SwapStrategy;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.workload.swap.CacheState;
import io.kanoa.thorgate.workload.swap.Direction;
import io.kanoa.thorgate.workload.swap.SwapCase;
import io.kanoa.thorgate.workload.swap.SwapTimes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Swaps of models: each direction and each state of the page cache by itself. A strategy that reads no file is measured once, and
 * what it takes holds for cold and warm alike.
 */
public final class SwapMetrics {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double GIGA = 1e9;
    private static final String NO_SWAP = "no models were swapped";

    private final Evidence evidence;

    private SwapMetrics(Evidence evidence) {
        this.evidence = evidence;
    }

    static Map<Metric, Observations> of(Evidence evidence) {
        SwapMetrics swaps = new SwapMetrics(evidence);
        return Map.of(
                Metric.MODEL_SWAP_TIME, swaps.seconds(Direction.THERE, CacheState.COLD),
                Metric.MODEL_SWAP_TIME_WARM, swaps.seconds(Direction.THERE, CacheState.WARM),
                Metric.MODEL_SWAP_BACK_TIME, swaps.seconds(Direction.BACK, CacheState.COLD),
                Metric.MODEL_SWAP_BACK_TIME_WARM, swaps.seconds(Direction.BACK, CacheState.WARM),
                Metric.WEIGHTS_READ_RATE, swaps.readRate(),
                Metric.MEMORY_RETURNED_AFTER_UNLOAD, swaps.returned());
    }

    /** The metric for the time of a swap in a case; one that reads no file counts as the harder. */
    public static Metric timeOf(SwapCase swap) {
        boolean warm = swap.state() == CacheState.WARM;
        return swap.direction() == Direction.THERE
                ? warm ? Metric.MODEL_SWAP_TIME_WARM : Metric.MODEL_SWAP_TIME
                : warm ? Metric.MODEL_SWAP_BACK_TIME_WARM : Metric.MODEL_SWAP_BACK_TIME;
    }

    /** Loads of the second model in the swaps that the row asks for; empty where none was loaded in one. */
    static Optional<Observations> loads(Evidence evidence) {
        List<SwapTimes> loads = evidence.swaps().stream()
                .filter(swap -> swap.swap().equals(new SwapCase(Direction.THERE, CacheState.COLD)))
                .toList();
        return loads.isEmpty()
                ? Optional.empty()
                : Optional.of(trials(loads, swap -> swap.loadNanos() / NANOS_PER_SECOND, NO_SWAP));
    }

    private Observations seconds(Direction direction, CacheState state) {
        return trials(
                in(direction, state),
                swap -> swap.totalNanos() / NANOS_PER_SECOND,
                absence(new SwapCase(direction, state)));
    }

    private Observations readRate() {
        List<SwapTimes> reads = evidence.swaps().stream()
                .filter(swap -> swap.swap().equals(new SwapCase(Direction.THERE, CacheState.COLD)))
                .filter(swap -> Double.isFinite(swap.weightsRate()))
                .toList();
        if (reads.isEmpty()) {
            return new Missing(
                    strategy().filter(strategy -> !strategy.readsDisk()).isPresent()
                            ? strategy().orElseThrow() + " reads no weights from files"
                            : "how many bytes of weights were loaded in what time is not known");
        }
        return new RatioOfSums(
                reads.stream().mapToDouble(swap -> swap.disk().bytes() / GIGA).toArray(),
                reads.stream()
                        .mapToDouble(swap -> swap.weightsNanos() / NANOS_PER_SECOND)
                        .toArray(),
                0);
    }

    private Observations returned() {
        List<SwapTimes> there =
                evidence.swaps().stream().filter(is(Direction.THERE)).toList();
        return trials(
                there,
                SwapTimes::memoryReturnedBytes,
                strategy().filter(strategy -> strategy == SwapStrategy.RESIDENT).isPresent()
                        ? "resident unloads nothing"
                        : NO_SWAP + " with memory readings");
    }

    private List<SwapTimes> in(Direction direction, CacheState state) {
        return evidence.swaps().stream()
                .filter(is(direction))
                .filter(swap -> swap.swap().state() == state || swap.swap().state() == CacheState.NO_DISK)
                .toList();
    }

    private static Predicate<SwapTimes> is(Direction direction) {
        return swap -> swap.swap().direction() == direction;
    }

    private String absence(SwapCase swap) {
        return Optional.ofNullable(evidence.swapProblems().get(swap))
                .map(problem -> "no " + swap.state() + " swap could be measured: " + problem)
                .orElse(evidence.swaps().isEmpty() ? NO_SWAP : "no swap was made: " + swap);
    }

    private Optional<SwapStrategy> strategy() {
        return evidence.row().work() instanceof Work.Swap swap ? Optional.of(swap.strategy()) : Optional.empty();
    }

    private static Observations trials(List<SwapTimes> swaps, ToDoubleFunction<SwapTimes> value, String reason) {
        double[] values = swaps.stream().mapToDouble(value).toArray();
        return Arrays.stream(values).allMatch(Double::isNaN) ? new Missing(reason) : new Trials(values);
    }
}
