package io.kanoa.thorgate.telemetry.machine;

import java.util.HashMap;
import java.util.Map;

/** Collects the values of one reading; takes none that is absent. */
final class Readings {

    private final Map<String, Double> values = new HashMap<>();

    /** Adds a whole number of the kernel in another unit, if it is there. */
    Readings scaled(String channel, long raw, double factor) {
        return raw == TextFile.ABSENT ? this : value(channel, raw * factor);
    }

    /** Adds a value, if it is a finite number. */
    Readings value(String channel, double value) {
        if (Double.isFinite(value)) {
            values.put(channel, value);
        }
        return this;
    }

    Map<String, Double> map() {
        return values;
    }
}
