package io.kanoa.thorgate.telemetry;

import java.time.Duration;
import java.util.Map;

/** A source of readings. One thread at a time reads it. */
public interface Sensor extends AutoCloseable {

    /** Stable name for results, e.g. {@code meminfo}. */
    String name();

    /** The present values by channel; what cannot be read now is absent, never 0. */
    Map<String, Double> read();

    /** How long this sensor rests on purpose after the latest reading; zero where it gives one whenever it is asked. */
    default Duration rest() {
        return Duration.ZERO;
    }

    /** Ends what the sensor holds; must not throw. */
    @Override
    default void close() {}
}
