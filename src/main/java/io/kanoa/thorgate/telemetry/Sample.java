package io.kanoa.thorgate.telemetry;

import java.time.Duration;
import java.util.Map;

/**
 * One reading of one sensor.
 *
 * @param nanos {@link System#nanoTime()} of the reading
 * @param sensor name of the sensor
 * @param values by channel, e.g. {@code memory_available_bytes}; the unit ends the name; what could not be read is
 *     absent, never 0
 * @param reachNanos for how long before and after it the reading speaks: the time between two readings of this sensor
 */
public record Sample(long nanos, String sensor, Map<String, Double> values, long reachNanos) {

    public Sample {
        values = Values.copyOf(values);
    }

    /** A reading of a sensor that is read at {@link Sampler#DEFAULT_PERIOD}. */
    public Sample(long nanos, String sensor, Map<String, Double> values) {
        this(nanos, sensor, values, Sampler.DEFAULT_PERIOD.toNanos());
    }

    /** The same reading for another time. */
    public Sample reaching(Duration reach) {
        return new Sample(nanos, sensor, values, reach.toNanos());
    }

    /** The same reading with other values. */
    Sample with(Map<String, Double> others) {
        return new Sample(nanos, sensor, others, reachNanos);
    }
}
