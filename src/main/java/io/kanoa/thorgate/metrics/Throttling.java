package io.kanoa.thorgate.metrics;

import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_CLOCKS_EVENT_REASONS_BITS;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_THROTTLED_RATIO;
import static io.kanoa.thorgate.telemetry.SampleChannels.THERMAL_THROTTLED_RATIO;

import io.kanoa.thorgate.telemetry.Sample;
import io.kanoa.thorgate.telemetry.SampleChannels;
import io.kanoa.thorgate.telemetry.tool.ThrottleReasons;
import java.util.List;
import java.util.stream.Stream;

/** How often a device slowed itself down while something was measured, and why. */
public final class Throttling {

    static final List<String> CHANNELS = List.of(GPU_THROTTLED_RATIO, THERMAL_THROTTLED_RATIO);

    private Throttling() {}

    /** What sensors tell of throttling between the first and the last measured answer of {@code evidence}. */
    public static Throttled of(Evidence evidence) {
        if (evidence.measured().isEmpty()) {
            return Throttled.NEVER;
        }
        Window window = Window.around(Window.of(evidence.measured()));
        int events = CHANNELS.stream()
                .mapToInt(channel -> rises(Curve.of(speaking(evidence.samples(), window, channel), channel)))
                .sum();
        return new Throttled(events, events == 0 ? List.of() : reasons(evidence.samples(), window));
    }

    /** The samples within the window; where it is too short to hold any, those whose time reaches into it. */
    private static List<Sample> speaking(List<Sample> samples, Window window, String channel) {
        List<Sample> carrying =
                samples.stream().filter(s -> s.values().containsKey(channel)).toList();
        List<Sample> inside =
                carrying.stream().filter(s -> window.holds(s.nanos())).toList();
        return inside.isEmpty()
                ? carrying.stream()
                        .filter(s -> window.isReached(s.nanos(), s.reachNanos()))
                        .toList()
                : inside;
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

    private static List<String> reasons(List<Sample> samples, Window window) {
        return samples.stream()
                .filter(s -> window.isReached(s.nanos(), s.reachNanos()))
                .flatMap(Throttling::reasons)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> reasons(Sample sample) {
        double bits = sample.values().getOrDefault(GPU_CLOCKS_EVENT_REASONS_BITS, 0.0);
        Stream<String> alerts = sample.values().entrySet().stream()
                .filter(reading -> SampleChannels.isThrottleAlert(reading.getKey()) && reading.getValue() > 0)
                .map(reading -> reading.getKey().replaceFirst("_ratio$", ""));
        return Stream.concat(ThrottleReasons.of((long) bits).stream(), alerts);
    }
}
