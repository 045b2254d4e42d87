package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.metrics.Observations.Extreme;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** The highest or lowest of readings, where there are any and they cover enough. */
final class Extremes {

    private Extremes() {}

    /** @param absence what to say where there is no reading at all */
    static Sensed of(
            Sensors sensors,
            Source source,
            DoubleStream readings,
            Function<DoubleStream, OptionalDouble> which,
            String absence) {
        double[] values = readings.filter(Double::isFinite).toArray();
        return values.length == 0
                ? Sensed.absent(absence)
                : sensors.value(
                        source,
                        () -> new Extreme(which.apply(Arrays.stream(values)).orElseThrow(), values.length));
    }
}
