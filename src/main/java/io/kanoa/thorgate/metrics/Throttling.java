package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.telemetry.Sample;
import io.kanoa.thorgate.telemetry.SampleChannels;
import java.util.List;
import java.util.Set;

/** How often a device slowed itself down while something was measured. */
public final class Throttling {

    private static final Set<String> CHANNELS =
            Set.of(SampleChannels.GPU_THROTTLED_RATIO, SampleChannels.THERMAL_THROTTLED_RATIO);

    private Throttling() {}

    /** Times that a sensor began to tell of throttling between the first and the last measured answer of {@code evidence}. */
    public static int events(Evidence evidence) {
        if (evidence.measured().isEmpty()) {
            return 0;
        }
        Window window =
                Window.around(evidence.measured().stream().map(Window::of).toList());
        List<Sample> samples =
                evidence.samples().stream().filter(s -> window.holds(s.nanos())).toList();
        return CHANNELS.stream()
                .mapToInt(channel -> rises(Curve.of(samples, channel)))
                .sum();
    }

    private static int rises(Curve throttled) {
        int rises = 0;
        double before = 0;
        for (double value : throttled.values()) {
            rises += value > 0 && before <= 0 ? 1 : 0;
            before = value;
        }
        return rises;
    }
}
