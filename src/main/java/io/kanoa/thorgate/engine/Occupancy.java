package io.kanoa.thorgate.engine;

import io.kanoa.thorgate.plan.Serving;
import java.util.Set;

/**
 * Memory just before an engine was started.
 *
 * @param availableBytes to new programs; NaN where that can't be read
 * @param others that ran then
 */
record Occupancy(double availableBytes, Set<Serving> others) {

    Occupancy {
        others = Set.copyOf(others);
    }

    /** Bytes that {@code now} lacks; NaN unless the same others run now. */
    double less(Occupancy now) {
        return others.equals(now.others) ? availableBytes - now.availableBytes : Double.NaN;
    }
}
