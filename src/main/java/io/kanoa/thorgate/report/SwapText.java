package io.kanoa.thorgate.report;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.plan.SwapStrategy;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.workload.swap.SwapTimes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What a reader of a row's swaps must know besides their times. */
final class SwapText {

    private SwapText() {}

    /** Memory that models which sleep gave back, swaps that were not as they were to be, and coldness that nobody could check. */
    static List<String> warnings(RowResult result) {
        if (!(result.row().work() instanceof Work.Swap work)
                || result.evidence().isEmpty()) {
            return List.of();
        }
        Evidence evidence = result.evidence().get();
        return Stream.of(asleep(work.strategy(), evidence), problems(evidence), unchecked(evidence))
                .flatMap(texts -> texts)
                .toList();
    }

    /** Where CPU and GPU share their memory, weights that sleep at level 1 are only copied within it. */
    private static Stream<String> asleep(SwapStrategy strategy, Evidence evidence) {
        OptionalDouble least = evidence.swaps().stream()
                .mapToDouble(SwapTimes::memoryReturnedBytes)
                .filter(Double::isFinite)
                .min();
        return strategy.sleeps() && least.isPresent()
                ? Stream.of("models that fell asleep (" + strategy + ") gave back "
                        + Figures.of(least.getAsDouble(), Unit.BYTES) + " of the machine's memory, the least of "
                        + evidence.swaps().size() + " times"
                        + (strategy == SwapStrategy.SLEEP_1 ? "; memory for the weights of both is needed" : ""))
                : Stream.empty();
    }

    private static Stream<String> problems(Evidence evidence) {
        return evidence.swapProblems().entrySet().stream()
                .map(problem -> "swaps " + problem.getKey() + " could not be timed: " + problem.getValue())
                .sorted();
    }

    private static Stream<String> unchecked(Evidence evidence) {
        Optional<SwapTimes> unchecked = evidence.swaps().stream()
                .filter(swap -> Double.isFinite(swap.disk().bytes()))
                .filter(swap -> Double.isNaN(swap.disk().cachedShare()))
                .findFirst();
        return unchecked.stream()
                .map(swap ->
                        "the kernel does not tell us what it has of the models' files in its page cache, since they belong"
                                + " to another user: cold is as far as it does what it is asked");
    }
}
