package io.kanoa.thorgate.weights;

import io.kanoa.thorgate.plan.StandIn;
import java.util.stream.IntStream;

/** The rules that a stand-in's shape must keep to be a Llama model. */
final class StandInShape {

    private static final int ROW_MULTIPLE = 32;

    private StandInShape() {}

    static StandIn checked(StandIn shape) {
        require(shape, positive(shape), "every length must be at least 1");
        require(shape, shape.width() % shape.heads() == 0, "width must be a multiple of heads");
        require(shape, shape.heads() % shape.keyValueHeads() == 0, "heads must be a multiple of keyValueHeads");
        require(shape, shape.width() / shape.heads() % 2 == 0, "width / heads must be even");
        require(shape, shape.width() % ROW_MULTIPLE == 0, "width must be a multiple of " + ROW_MULTIPLE);
        require(shape, shape.feedForward() % ROW_MULTIPLE == 0, "feedForward must be a multiple of " + ROW_MULTIPLE);
        return shape;
    }

    private static boolean positive(StandIn shape) {
        return IntStream.of(
                        shape.layers(),
                        shape.width(),
                        shape.feedForward(),
                        shape.heads(),
                        shape.keyValueHeads(),
                        shape.context())
                .allMatch(length -> length > 0);
    }

    private static void require(StandIn shape, boolean kept, String rule) {
        if (!kept) {
            throw new IllegalArgumentException("No Llama model has this shape: " + rule + "; got " + shape);
        }
    }
}
