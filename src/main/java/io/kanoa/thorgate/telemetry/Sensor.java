package io.kanoa.thorgate.telemetry;

import java.util.Map;

/** A source of readings. One thread at a time reads it. */
public interface Sensor extends AutoCloseable {

    /** Stable name for results, e.g. {@code meminfo}. */
    String name();

    /** The present values by channel; what cannot be read now is absent, never 0. */
    Map<String, Double> read();

    /** Ends what the sensor holds; must not throw. */
    @Override
    default void close() {}
}
