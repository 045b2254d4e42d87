package io.kanoa.thorgate.physics;

import io.kanoa.thorgate.weights.Precision;
import java.util.List;
import java.util.stream.Stream;

/** The precisions that advice considers. */
final class Smaller {

    /** From the largest to the smallest. */
    static final List<Precision> PRECISIONS = List.of(Precision.BF16, Precision.FP8, Precision.FOUR_BIT);

    private Smaller() {}

    /** The same load in each precision of clearly fewer bits, the largest first. */
    static Stream<Load> of(Load load) {
        double bits = Math.floor(bits(load));
        return PRECISIONS.stream()
                .filter(precision -> precision.bits() < bits)
                .map(load::in)
                .filter(smaller -> new Weights(smaller.model()).missingForAll().isEmpty());
    }

    /** Each load in this precision, unless it is smaller already or too little is known of it. */
    static List<Load> in(Precision precision, List<Load> loads) {
        return loads.stream()
                .map(load -> of(load).filter(smaller -> bits(smaller) == precision.bits())
                        .findFirst()
                        .orElse(load))
                .toList();
    }

    static String name(Load load) {
        return load.model().precision().map(Smaller::name).orElse("its precision");
    }

    static String name(Precision precision) {
        return precision.equals(Precision.FP8) ? "FP8 or INT8" : precision.name();
    }

    private static double bits(Load load) {
        return load.model().precision().map(Precision::bits).orElse(0.0);
    }
}
