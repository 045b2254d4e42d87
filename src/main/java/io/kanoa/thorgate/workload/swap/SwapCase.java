package io.kanoa.thorgate.workload.swap;

import io.kanoa.thorgate.plan.SwapStrategy;
import java.util.List;
import java.util.stream.Stream;

/** What is alike in swaps that may be compared. */
public record SwapCase(Direction direction, CacheState state) {

    /** The cases of a strategy, those that the row asks for first. */
    public static List<SwapCase> of(SwapStrategy strategy) {
        return Stream.of(Direction.values())
                .flatMap(direction -> CacheState.of(strategy).stream().map(state -> new SwapCase(direction, state)))
                .toList();
    }

    @Override
    public String toString() {
        return direction + ", " + state;
    }
}
