package io.kanoa.thorgate.telemetry;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Whether a sensor works on this machine.
 *
 * @param sensor that works; null where there is none
 * @param absence what is missing and why; empty where nothing is
 */
public record Detection(@Nullable Sensor sensor, String absence) {

    /** It works. */
    public static Detection of(Sensor sensor) {
        return new Detection(sensor, "");
    }

    /** It does not work, for this reason: one sentence that begins with {@code no ... sensor}. */
    public static Detection absent(String reason) {
        return new Detection(null, reason);
    }

    /** It works, and lacks something that one would expect of it. */
    public static Detection partly(Sensor sensor, String missing) {
        return new Detection(sensor, missing);
    }

    /** The same with something around the sensor, where there is one. */
    public Detection map(UnaryOperator<Sensor> change) {
        return sensor == null ? this : new Detection(change.apply(sensor), absence);
    }

    /** Takes a sensor that gives values now; else it is absent, for the given reason. */
    public static Detection ofReading(Sensor sensor, String reason) {
        try {
            return sensor.read().isEmpty() ? absent(reason) : of(sensor);
        } catch (RuntimeException e) {
            return absent(reason + " (" + e.getMessage() + ")");
        }
    }
}
