package io.kanoa.thorgate.engine;

import io.kanoa.thorgate.plan.Serving;

/**
 * How a model left memory. That its endpoint and processes are gone was proven before there is such a record.
 *
 * @param serving what was unloaded
 * @param nanos from the request until that was proven
 * @param heldBytes memory that it had taken: available before its start less available just before the unload; NaN where
 *     memory can't be read, or where other engines came or went meanwhile
 * @param keptBytes of those, what was not back just after; negative where more is available than before; NaN as above
 */
public record Unload(Serving serving, long nanos, double heldBytes, double keptBytes) {

    private static final double LEAST_TOLERANCE = 512e6;
    private static final double TOLERATED_SHARE = 0.05;

    /**
     * Whether it kept more than 512 MB and more than 5 % of what it had taken. Less than that, or more than it had, is what other
     * programs of the machine took meanwhile.
     */
    public boolean keptMemory() {
        return keptBytes > Math.max(LEAST_TOLERANCE, TOLERATED_SHARE * heldBytes) && keptBytes <= heldBytes;
    }

    /** The same with what it took to end more than the model. */
    Unload longer(long nanosMore) {
        return new Unload(serving, nanos + nanosMore, heldBytes, keptBytes);
    }
}
