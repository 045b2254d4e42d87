package io.kanoa.thorgate.telemetry.tool;

import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_CLOCK_HZ;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_LOAD_RATIO;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_MEMORY_USED_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_POWER_W;
import static io.kanoa.thorgate.telemetry.SampleChannels.TEMPERATURE_GPU_C;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands the JSON of {@code nvtop -s}: an array with one object a GPU, whose values are texts with units, or null. */
final class NvtopParser {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<Field> FIELDS = List.of(
            new Field("power_draw", "W", GPU_POWER_W, 1),
            new Field("temp", "C", TEMPERATURE_GPU_C, 1),
            new Field("gpu_util", "%", GPU_LOAD_RATIO, 1e-2),
            new Field("gpu_clock", "MHz", GPU_CLOCK_HZ, 1e6),
            new Field("mem_used", "", GPU_MEMORY_USED_BYTES, 1));

    private NvtopParser() {}

    /** The values by channel of all GPUs together; none where the text is not what nvtop prints. Never throws. */
    static Map<String, Double> parse(String text) {
        try {
            List<Map<String, Double>> gpus = new ArrayList<>();
            JSON.readTree(text).elements().forEachRemaining(gpu -> gpus.add(values(gpu)));
            return GpuValues.combined(gpus);
        } catch (JsonProcessingException e) {
            return Map.of();
        }
    }

    private static Map<String, Double> values(JsonNode gpu) {
        Map<String, Double> values = new HashMap<>();
        FIELDS.forEach(field -> field.addTo(values, gpu));
        return values;
    }

    private record Field(String name, String unit, String channel, double factor) {

        private static final Pattern NUMBER = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?)\\s?(\\D*)");

        void addTo(Map<String, Double> values, JsonNode gpu) {
            Matcher number = NUMBER.matcher(gpu.path(name).asText(""));
            if (number.matches() && number.group(2).equals(unit)) {
                values.put(channel, Double.parseDouble(number.group(1)) * factor);
            }
        }
    }
}
