package io.kanoa.thorgate.physics;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The least time that reading a model's weights from disk takes.
 *
 * @param bytes of all weights
 * @param seconds empty where the disk's rate is not known
 * @param lines the arithmetic, to be shown as it is
 */
public record LoadFloor(double bytes, OptionalDouble seconds, List<String> lines) {

    public LoadFloor {
        lines = List.copyOf(lines);
    }

    /** The disk rate in bytes per second below which {@code limit} seconds can't be kept. */
    public double rateFor(double limit) {
        return bytes / limit;
    }
}
