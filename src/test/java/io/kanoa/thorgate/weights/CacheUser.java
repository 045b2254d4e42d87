package io.kanoa.thorgate.weights;

import io.kanoa.thorgate.plan.StandIn;
import java.nio.file.Path;

/** A process that asks the cache in its first argument for a model. */
final class CacheUser {

    static final StandIn SHAPE = new StandIn(4, 256, 512, 4, 2, 512, 3);

    private CacheUser() {}

    public static void main(String[] arguments) {
        new StandInCache(Path.of(arguments[0])).fileOf(SHAPE);
    }
}
