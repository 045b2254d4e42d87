package io.kanoa.thorgate.telemetry.tool;

import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_CLOCK_HZ;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_LOAD_RATIO;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_MEMORY_USED_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_POWER_W;
import static io.kanoa.thorgate.telemetry.SampleChannels.TEMPERATURE_GPU_C;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NvtopParserTest {

    @Test
    void gpu_isRead_withItsUnits() {
        String json = """
                [{"device_name": "NVIDIA GPU", "gpu_clock": "1575MHz", "temp": "45C", "power_draw": "30W", "gpu_util": "97%",
                  "mem_util": "12%", "mem_total": "8589934592", "mem_used": "1073741824", "processes": [{"pid": "7"}]}]
                """;

        assertThat(NvtopParser.parse(json))
                .isEqualTo(Map.of(
                        GPU_CLOCK_HZ, 1575e6,
                        TEMPERATURE_GPU_C, 45.0,
                        GPU_POWER_W, 30.0,
                        GPU_LOAD_RATIO, 0.97,
                        GPU_MEMORY_USED_BYTES, 1073741824.0));
    }

    @Test
    void thorWithoutMemoryAndPower_lacksThem() {
        String json = """
                [{"device_name": "NVIDIA Thor", "gpu_clock": null, "temp": "45C", "power_draw": null, "gpu_util": "0%", "mem_used": null}]
                """;

        assertThat(NvtopParser.parse(json)).isEqualTo(Map.of(TEMPERATURE_GPU_C, 45.0, GPU_LOAD_RATIO, 0.0));
    }

    @Test
    void otherUnits_areAbsent() {
        assertThat(NvtopParser.parse("[{\"temp\": \"113F\", \"power_draw\": \"30000mW\", \"gpu_clock\": \"1.5GHz\"}]"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{}", "[", "null", "7", "\"x\"", "[null]", "[[1]]", "[{}]", "[{\"temp\": {}}]", "oops"
            })
    void otherText_givesNothing(String text) {
        assertThat(NvtopParser.parse(text)).isEmpty();
    }
}
