package io.kanoa.thorgate.physics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What would make a target possible, found by the same sums with other precisions and contexts. */
final class Advice {

    private final Estimates estimates;

    Advice(Estimates estimates) {
        this.estimates = estimates;
    }

    /** For a decode rate above the ceiling. */
    String forRate(Load load, RateGoal goal) {
        return largest(load, smaller -> fits(smaller) && goal.metBy(rate(smaller)))
                        .map(smaller -> Smaller.name(smaller) + " would allow " + Figures.rate(rate(smaller)) + ". ")
                        .orElseGet(() -> noPrecision(load, goal))
                + shorterContext(load, goal)
                + speculation(load, goal);
    }

    /** For a load that the disk can't make in time. */
    String forLoad(Load load, LoadFloor floor, double limitSeconds) {
        String disk = "It takes a disk that reads " + Figures.bandwidth(floor.rateFor(limitSeconds)) + ". ";
        return disk
                + Smaller.of(load)
                        .filter(smaller -> seconds(smaller) < limitSeconds)
                        .findFirst()
                        .map(smaller -> Smaller.name(smaller) + " would load in " + Figures.seconds(seconds(smaller))
                                + " at best.")
                        .orElse("No precision makes it on this disk.");
    }

    private String noPrecision(Load load, RateGoal goal) {
        return smallest(load)
                .map(smallest -> "No precision meets " + Figures.rate(goal.limit()) + ": " + Smaller.name(smallest)
                        + " allows " + Figures.rate(rate(smallest))
                        + (fits(smallest) ? "" : " and does not fit into memory") + ". ")
                .orElseGet(() -> "No precision meets " + Figures.rate(goal.limit()) + ": " + Smaller.name(load)
                        + " is the smallest and allows " + Figures.rate(rate(load)) + ". ");
    }

    private String shorterContext(Load load, RateGoal goal) {
        OptionalLong context = longestContext(load, goal);
        return context.isPresent()
                ? "A context of up to " + context.getAsLong() + " tokens would allow it at " + Smaller.name(load) + ". "
                : "";
    }

    /** Bisects: the longer the context, the slower. */
    private OptionalLong longestContext(Load load, RateGoal goal) {
        if (load.context() <= 1 || !goal.metBy(rate(load.with(1)))) {
            return OptionalLong.empty();
        }
        long met = 1;
        long missed = load.context();
        while (missed - met > 1) {
            long middle = (met + missed) / 2;
            if (goal.metBy(rate(load.with(middle)))) {
                met = middle;
            } else {
                missed = middle;
            }
        }
        return OptionalLong.of(met);
    }

    private String speculation(Load load, RateGoal goal) {
        String atSmallest = smallest(load)
                .filter(smallest -> !goal.metBy(rate(smallest)))
                .map(smallest -> ", " + passes(smallest, goal) + " at " + Smaller.name(smallest))
                .orElse("");
        return "Speculative decoding would have to yield at least " + passes(load, goal) + " tokens per pass at "
                + Smaller.name(load) + atSmallest + ".";
    }

    private String passes(Load load, RateGoal goal) {
        return Figures.digits(estimates.ceiling(load).tokensPerPassFor(goal.limit()));
    }

    private Optional<Load> largest(Load load, Predicate<Load> enough) {
        return smaller(load).filter(enough).findFirst();
    }

    private Optional<Load> smallest(Load load) {
        return smaller(load).reduce((first, second) -> second);
    }

    private Stream<Load> smaller(Load load) {
        return Smaller.of(load).filter(this::known);
    }

    private boolean known(Load load) {
        return estimates.missingForCeiling(load.model()).isEmpty();
    }

    private boolean fits(Load load) {
        return !estimates.memory(List.of(load)).tooLarge();
    }

    private double rate(Load load) {
        return estimates.ceiling(load).tokensPerSecond();
    }

    private double seconds(Load load) {
        return estimates.floor(load.model()).seconds().orElse(Double.POSITIVE_INFINITY);
    }
}
