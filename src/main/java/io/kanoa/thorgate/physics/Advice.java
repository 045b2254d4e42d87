package io.kanoa.thorgate.physics;

import io.kanoa.thorgate.weights.Precision;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What would make a target possible, found by the same sums with other precisions and contexts. */
final class Advice {

    /** From the largest to the smallest; a model is never advised to become larger. */
    private static final List<Precision> PRECISIONS = List.of(Precision.BF16, Precision.FP8, Precision.FOUR_BIT);

    private final Estimates estimates;

    Advice(Estimates estimates) {
        this.estimates = estimates;
    }

    /** For a decode rate above the ceiling. */
    String forRate(Load load, RateGoal goal) {
        return largest(load, smaller -> fits(smaller) && goal.metBy(rate(smaller)))
                        .map(smaller -> name(smaller) + " would allow " + Figures.rate(rate(smaller)) + ". ")
                        .orElseGet(() -> noPrecision(load, goal))
                + shorterContext(load, goal)
                + speculation(load, goal);
    }

    /** For models that don't fit. */
    String forMemory(List<Load> loads) {
        double there = estimates.hardware().memory().orElseThrow();
        return PRECISIONS.stream()
                .filter(precision -> shrinks(precision, loads) && bytes(in(precision, loads)) <= there)
                .findFirst()
                .map(precision -> name(precision) + " would need " + Figures.bytes(bytes(in(precision, loads))) + ".")
                .orElseGet(() -> nothingFits(loads));
    }

    private String nothingFits(List<Load> loads) {
        String atSmallest = shrinks(Precision.FOUR_BIT, loads)
                ? "No precision fits: 4-bit still needs " + Figures.bytes(bytes(in(Precision.FOUR_BIT, loads))) + ". "
                : "";
        return atSmallest + "Take a smaller model or a device with more memory.";
    }

    /** For a load that the disk can't make in time. */
    String forLoad(Load load, LoadFloor floor, double limitSeconds) {
        String disk = "It takes a disk that reads " + Figures.bandwidth(floor.rateFor(limitSeconds)) + ". ";
        return disk
                + largest(load, smaller -> seconds(smaller) < limitSeconds)
                        .map(smaller ->
                                name(smaller) + " would load in " + Figures.seconds(seconds(smaller)) + " at best.")
                        .orElse("No precision makes it on this disk.");
    }

    private String noPrecision(Load load, RateGoal goal) {
        return smallest(load)
                .map(smallest -> "No precision meets " + Figures.rate(goal.limit()) + ": " + name(smallest) + " allows "
                        + Figures.rate(rate(smallest)) + (fits(smallest) ? "" : " and does not fit into memory") + ". ")
                .orElse("No precision smaller than " + precision(load) + " is known to meet "
                        + Figures.rate(goal.limit()) + ". ");
    }

    private String shorterContext(Load load, RateGoal goal) {
        OptionalLong context = longestContext(load, goal);
        return context.isPresent()
                ? "A context of up to " + context.getAsLong() + " tokens would allow it at " + precision(load) + ". "
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
                .map(smallest -> ", " + passes(smallest, goal) + " at " + name(smallest))
                .orElse("");
        return "Speculative decoding would have to yield at least " + passes(load, goal) + " tokens per pass at "
                + precision(load) + atSmallest + ".";
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
        double bits = load.model().precision().map(Precision::bits).orElse(0.0);
        return PRECISIONS.stream()
                .filter(p -> p.bits() < Math.floor(bits))
                .map(load::in)
                .filter(this::known);
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

    private double bytes(List<Load> loads) {
        return estimates.memory(loads).bytes();
    }

    private static boolean shrinks(Precision precision, List<Load> loads) {
        return !in(precision, loads).equals(loads);
    }

    private static List<Load> in(Precision precision, List<Load> loads) {
        return loads.stream().map(load -> in(precision, load)).toList();
    }

    /** The load in this precision, unless it is smaller already or too little is known of it. */
    private static Load in(Precision precision, Load load) {
        Load smaller = load.in(precision);
        boolean shrinks = load.model().precision().map(Precision::bits).orElse(0.0) > precision.bits();
        return shrinks && new Weights(smaller.model()).missingForAll().isEmpty() ? smaller : load;
    }

    private static String precision(Load load) {
        return load.model().precision().map(Precision::name).orElse("its precision");
    }

    private static String name(Load load) {
        return name(load.model().precision().orElseThrow());
    }

    private static String name(Precision precision) {
        return precision.equals(Precision.FP8) ? "FP8 or INT8" : precision.name();
    }
}
