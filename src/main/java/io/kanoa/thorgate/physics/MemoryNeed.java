package io.kanoa.thorgate.physics;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What must be in memory at once.
 *
 * @param title of the model, or of those that are there together
 * @param bytes weights, KV cache and overhead
 * @param weightBytes of these the weights alone
 * @param there the device's memory in bytes, if known
 * @param lines the arithmetic, to be shown as it is
 */
public record MemoryNeed(String title, double bytes, double weightBytes, OptionalDouble there, List<String> lines) {

    public MemoryNeed {
        lines = List.copyOf(lines);
    }

    /** Whether it is known not to fit. */
    public boolean tooLarge() {
        return there.isPresent() && bytes > there.getAsDouble();
    }
}
