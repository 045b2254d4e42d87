package io.kanoa.thorgate.metrics;

import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_CLOCK_HZ;
import static io.kanoa.thorgate.telemetry.SampleChannels.TEMPERATURE_GPU_C;

import io.kanoa.thorgate.plan.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** How hot the device was, how fast its clocks ran, and for how much of the time it held them down. */
final class DeviceMetrics {

    private static final double PER_MEGA = 1e-6;
    private static final double PERCENT = 100;

    private DeviceMetrics() {}

    static Map<Metric, Sensed> of(Sensors sensors) {
        return Map.of(
                Metric.GPU_TEMPERATURE_PEAK, temperature(sensors),
                Metric.GPU_AVERAGE_CLOCK, clock(sensors),
                Metric.THROTTLED_RATIO, throttled(sensors));
    }

    private static Sensed temperature(Sensors sensors) {
        return Extremes.of(
                sensors,
                sensors.overRequests(List.of(TEMPERATURE_GPU_C)),
                Arrays.stream(sensors.curve(TEMPERATURE_GPU_C).values()),
                DoubleStream::max,
                "no GPU temperature sensor: no sample carries " + TEMPERATURE_GPU_C);
    }

    private static Sensed clock(Sensors sensors) {
        return sensors.have(GPU_CLOCK_HZ)
                ? mean(sensors, List.of(GPU_CLOCK_HZ), sensors.curve(GPU_CLOCK_HZ), PER_MEGA)
                : Sensed.absent("no GPU clock sensor: no sample carries " + GPU_CLOCK_HZ);
    }

    private static Sensed throttled(Sensors sensors) {
        List<String> channels =
                Throttling.CHANNELS.stream().filter(sensors::have).toList();
        return channels.isEmpty()
                ? Sensed.absent("no sensor tells of throttling")
                : mean(
                        sensors,
                        channels,
                        Curve.highest(channels.stream().map(sensors::curve).toList()),
                        PERCENT);
    }

    private static Sensed mean(Sensors sensors, List<String> channels, Curve curve, double factor) {
        if (sensors.evidence().measured().isEmpty()) {
            return Sensed.absent(Answers.NO_REQUEST);
        }
        Source source = sensors.overRequests(channels);
        return sensors.value(
                source,
                () -> Slices.of(sensors.evidence().measured(), List.of(curve), source.name())
                        .ratio(slice -> factor * slice.integral(), Slices.Slice::seconds, ""));
    }
}
