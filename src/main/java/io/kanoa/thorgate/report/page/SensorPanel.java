package io.kanoa.thorgate.report.page;

import io.kanoa.thorgate.report.plot.Panel;
import io.kanoa.thorgate.report.view.Readings;
import io.kanoa.thorgate.telemetry.SampleChannels;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The channels that one panel shows, and in which unit. */
enum SensorPanel {
    POWER(
            "W",
            1,
            Map.of(
                    SampleChannels.VIN_POWER_W, "board input",
                    SampleChannels.GPU_POWER_W, "GPU power",
                    SampleChannels.PACKAGE_POWER_W, "CPU power",
                    SampleChannels.RAILS_POWER_W, "all rails")),
    TEMPERATURE(
            "\u00b0C",
            1,
            Map.of(
                    SampleChannels.TEMPERATURE_GPU_C,
                    "GPU",
                    SampleChannels.temperatureC("cpu"),
                    "CPU",
                    SampleChannels.temperatureC("tj"),
                    "junction")),
    CLOCK(
            "MHz",
            1e-6,
            Map.of(
                    SampleChannels.GPU_CLOCK_HZ, "GPU clock",
                    SampleChannels.EMC_CLOCK_HZ, "memory clock",
                    SampleChannels.CPU_CLOCK_HZ, "CPU clock")),
    MEMORY(
            "GB",
            1e-9,
            Map.of(
                    SampleChannels.MEMORY_AVAILABLE_BYTES, "available",
                    SampleChannels.ENGINE_PSS_BYTES, "engine",
                    SampleChannels.ENGINE_GPU_MEMORY_BYTES, "engine on GPU")),
    LOAD("% busy", 100, Map.of(SampleChannels.CPU_RATIO, "CPU load", SampleChannels.GPU_LOAD_RATIO, "GPU load"));

    private final String unit;
    private final double factor;
    private final Map<String, String> channels;

    SensorPanel(String unit, double factor, Map<String, String> channels) {
        this.unit = unit;
        this.factor = factor;
        this.channels = channels;
    }

    /**
     * Empty where none of its channels was read.
     *
     * @param readings by channel, as the sensors gave them
     */
    Optional<Panel> of(Map<String, Readings> readings) {
        Map<String, Panel.Trace> shown = new LinkedHashMap<>();
        channels.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .filter(channel -> readings.containsKey(channel.getKey()))
                .forEach(channel ->
                        shown.put(channel.getValue(), inUnit(Objects.requireNonNull(readings.get(channel.getKey())))));
        return shown.isEmpty() ? Optional.empty() : Optional.of(new Panel(unit, shown));
    }

    private Panel.Trace inUnit(Readings readings) {
        return new Panel.Trace(
                readings.seconds(),
                Arrays.stream(readings.values()).map(value -> factor * value).toArray());
    }
}
