package io.kanoa.thorgate.report.view;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One reading of one sensor in a row's raw samples.
 *
 * @param ns nanoseconds since the row's first reading
 * @param values by channel, whose unit ends its name; null where one could not be read
 */
public record ReadingView(long ns, String sensor, Map<String, @Nullable Double> values) {

    private static final double NANOS_PER_SECOND = 1e9;

    public double seconds() {
        return ns / NANOS_PER_SECOND;
    }
}
