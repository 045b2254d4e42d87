package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.telemetry.SampleChannels;
import java.util.List;
import java.util.Map;

/**
 * Average power over the time in which requests ran, and only that. A sensor's current values are integrated by
 * trapezoids; averages that a tool prints are not used. Time that two requests share counts once.
 */
final class PowerMetrics {

    private PowerMetrics() {}

    static Map<Metric, Observations> of(Evidence evidence) {
        return Map.of(
                Metric.VIN_AVERAGE_POWER, average(evidence, SampleChannels.VIN_POWER_W),
                Metric.GPU_AVERAGE_POWER, average(evidence, SampleChannels.GPU_POWER_W),
                Metric.PACKAGE_AVERAGE_POWER, average(evidence, SampleChannels.PACKAGE_POWER_W));
    }

    private static Observations average(Evidence evidence, String channel) {
        Curve power = Curve.of(evidence.samples(), channel);
        if (power.isEmpty()) {
            return new Missing("no power sensor: no sample carries " + channel);
        }
        List<Timeline> completed = evidence.measured().stream()
                .filter(t -> t.outcome().isCompleted())
                .toList();
        if (completed.isEmpty()) {
            return new Missing(Answers.NO_REQUEST);
        }
        return average(power, completed, evidence.measured().size() - completed.size(), channel);
    }

    private static Observations average(Curve power, List<Timeline> completed, int failed, String channel) {
        List<Window> windows = Window.disjoint(
                        completed.stream().map(Window::of).toList())
                .stream()
                .filter(window -> window.seconds() > 0)
                .toList();
        List<Window> covered = windows.stream()
                .filter(window -> !Double.isNaN(power.integral(window)))
                .toList();
        if (covered.isEmpty()) {
            return new Missing("no request lies wholly within the samples of " + channel);
        }
        double[] joules = covered.stream().mapToDouble(power::integral).toArray();
        double[] seconds = covered.stream().mapToDouble(Window::seconds).toArray();
        return new RatioOfSums(joules, seconds, failed + windows.size() - covered.size());
    }
}
