package io.kanoa.thorgate.report.page;

import io.kanoa.thorgate.report.plot.Drawing;
import io.kanoa.thorgate.report.plot.Panel;
import io.kanoa.thorgate.report.plot.RowPlots;
import io.kanoa.thorgate.report.plot.Stretch;
import io.kanoa.thorgate.report.view.RawRow;
import io.kanoa.thorgate.report.view.Readings;
import io.kanoa.thorgate.telemetry.SampleChannels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the sensors read over a row, beside its token gaps, with requests and throttling marked. */
final class SensorFigure {

    private static final Set<String> THROTTLED =
            Set.of(SampleChannels.GPU_THROTTLED_RATIO, SampleChannels.THERMAL_THROTTLED_RATIO);

    private final RawRow raw;

    SensorFigure(RawRow raw) {
        this.raw = raw;
    }

    /** Empty where no sensor gave anything. */
    Optional<Drawing> draw() {
        List<Panel> panels = new ArrayList<>();
        for (SensorPanel panel : SensorPanel.values()) {
            panel.of(raw.readings()).ifPresent(panels::add);
        }
        if (panels.isEmpty()) {
            return Optional.empty();
        }
        GapTrace.of(raw).ifPresent(trace -> panels.add(0, new Panel("ms", Map.of("longest token gap", trace))));
        return Optional.of(RowPlots.sensors(panels, requests(), throttled(raw.readings())));
    }

    private List<Stretch> requests() {
        return Stream.of("warm_up", "alone", "measured")
                .flatMap(phase -> raw.phase(phase).stream())
                .map(request -> new Stretch(request.sentSeconds(), request.endSeconds()))
                .filter(stretch -> Double.isFinite(stretch.from()) && Double.isFinite(stretch.to()))
                .toList();
    }

    /** From each reading that tells of throttling to the next of the same channel. */
    private static List<Stretch> throttled(Map<String, Readings> channels) {
        List<Stretch> stretches = new ArrayList<>();
        channels.forEach((channel, readings) -> {
            for (int i = 0; tellsOfThrottling(channel) && i + 1 < readings.seconds().length; i++) {
                if (readings.values()[i] > 0) {
                    stretches.add(new Stretch(readings.seconds()[i], readings.seconds()[i + 1]));
                }
            }
        });
        return stretches;
    }

    private static boolean tellsOfThrottling(String channel) {
        return THROTTLED.contains(channel) || SampleChannels.isThrottleAlert(channel);
    }
}
