package io.kanoa.thorgate.telemetry;

import java.util.Map;

/**
 * One reading of one sensor.
 *
 * @param nanos {@link System#nanoTime()} of the reading
 * @param sensor name of the sensor
 * @param values by channel, e.g. {@code memory_available_bytes}; the unit ends the name; what could not be read is
 *     absent, never 0
 */
public record Sample(long nanos, String sensor, Map<String, Double> values) {

    public Sample {
        values = Map.copyOf(values);
    }
}
