package io.kanoa.thorgate.physics;

import io.kanoa.thorgate.weights.Precision;
import java.util.List;

/** What would make models fit that don't. */
final class MemoryAdvice {

    private final Estimates estimates;

    MemoryAdvice(Estimates estimates) {
        this.estimates = estimates;
    }

    /** The largest precision in which all of them fit at once, or that there is none. */
    String of(List<Load> loads) {
        double there = estimates.hardware().memory().orElseThrow();
        return Smaller.PRECISIONS.stream()
                .filter(precision -> shrinks(precision, loads) && bytes(precision, loads) <= there)
                .findFirst()
                .map(precision ->
                        Smaller.name(precision) + " would need " + Figures.bytes(bytes(precision, loads)) + ".")
                .orElseGet(() -> nothingFits(loads));
    }

    private String nothingFits(List<Load> loads) {
        String atSmallest = shrinks(Precision.FOUR_BIT, loads)
                ? "No precision fits: 4-bit still needs " + Figures.bytes(bytes(Precision.FOUR_BIT, loads)) + ". "
                : "";
        return atSmallest + "Take a smaller model or a device with more memory.";
    }

    private double bytes(Precision precision, List<Load> loads) {
        return estimates.memory(Smaller.in(precision, loads)).bytes();
    }

    private static boolean shrinks(Precision precision, List<Load> loads) {
        return !Smaller.in(precision, loads).equals(loads);
    }
}
