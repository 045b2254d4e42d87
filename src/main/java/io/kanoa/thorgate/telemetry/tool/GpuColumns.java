package io.kanoa.thorgate.telemetry.tool;

import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_CLOCKS_EVENT_REASONS_BITS;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_CLOCK_HZ;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_LOAD_RATIO;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_MEMORY_USED_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_POWER_W;
import static io.kanoa.thorgate.telemetry.SampleChannels.TEMPERATURE_GPU_C;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The columns of nvidia-smi's CSV by their header, and what of a line they mean. */
record GpuColumns(List<String> names) {

    private static final String INDEX = "index";
    private static final Pattern SEPARATOR = Pattern.compile(", ");
    private static final Pattern UNIT = Pattern.compile(" \\[.*");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)(?: (W|%|MiB|MHz))?");
    private static final Pattern BITS = Pattern.compile("0x([0-9a-fA-F]{1,15}|0[0-9a-fA-F]{15})");
    private static final Map<String, String> CHANNELS = Map.of(
            "power.draw.instant", GPU_POWER_W,
            "utilization.gpu", GPU_LOAD_RATIO,
            "memory.used", GPU_MEMORY_USED_BYTES,
            "temperature.gpu", TEMPERATURE_GPU_C,
            "clocks.current.sm", GPU_CLOCK_HZ,
            "clocks_event_reasons.active", GPU_CLOCKS_EVENT_REASONS_BITS,
            "clocks_throttle_reasons.active", GPU_CLOCKS_EVENT_REASONS_BITS);
    private static final Map<String, Double> FACTORS =
            Map.of("W", 1.0, "%", 1e-2, "MiB", (double) (1 << 20), "MHz", 1e6);

    /** The columns of a header line; none where the line is something else. */
    static GpuColumns of(String line) {
        List<String> names = Arrays.stream(SEPARATOR.split(line))
                .map(name -> UNIT.matcher(name).replaceFirst(""))
                .toList();
        return names.stream().anyMatch(CHANNELS::containsKey) ? new GpuColumns(names) : new GpuColumns(List.of());
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** What a line says; a value that is missing, N/A or odd is absent. Nothing where it does not fit the header. */
    Optional<GpuLine> read(String line) {
        List<String> cells = List.of(SEPARATOR.split(line, -1));
        return cells.size() == names.size()
                ? Optional.of(index(cells)).filter(GpuColumns::isIndex).map(index -> new GpuLine(index, values(cells)))
                : Optional.empty();
    }

    /** Without a column for it there is one GPU. */
    private String index(List<String> cells) {
        int column = names.indexOf(INDEX);
        return column < 0 ? "0" : cells.get(column);
    }

    private Map<String, Double> values(List<String> cells) {
        Map<String, Double> values = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String channel = CHANNELS.get(names.get(i));
            if (channel != null) {
                number(cells.get(i)).ifPresent(value -> values.put(channel, value));
            }
        }
        return values;
    }

    private static boolean isIndex(String text) {
        return text.matches("\\d{1,3}");
    }

    private static OptionalDouble number(String cell) {
        Matcher bits = BITS.matcher(cell);
        if (bits.matches()) {
            return OptionalDouble.of(Long.parseLong(bits.group(1), 16));
        }
        Matcher number = NUMBER.matcher(cell);
        return number.matches()
                ? OptionalDouble.of(Double.parseDouble(number.group(1)) * factor(number.group(2)))
                : OptionalDouble.empty();
    }

    private static double factor(@Nullable String unit) {
        return unit == null ? 1 : FACTORS.getOrDefault(unit, Double.NaN);
    }
}
