package io.kanoa.thorgate.weights;

import io.kanoa.thorgate.plan.StandIn;

/** Shapes for tests. */
final class StandIns {

    static final StandIn TINY = tiny(7);

    private StandIns() {}

    static StandIn tiny(long seed) {
        return new StandIn(2, 128, 256, 4, 2, 512, seed);
    }
}
