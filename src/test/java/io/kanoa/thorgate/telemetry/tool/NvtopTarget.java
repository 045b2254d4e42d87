package io.kanoa.thorgate.telemetry.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.fuzz.Seeds;
import io.kanoa.thorgate.fuzz.Target;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The JSON of nvtop. Nothing is declared. */
public final class NvtopTarget implements Target {

    @Override
    public String name() {
        return "nvtop";
    }

    @Override
    public List<byte[]> seeds() {
        return Seeds.of(
                "[{\"device_name\":\"A\",\"gpu_clock\":\"1575MHz\",\"temp\":\"45C\",\"power_draw\":null,\"gpu_util\":\"7%\","
                        + "\"mem_used\":\"1234567\"}]",
                "[{\"gpu_clock\":\"1 MHz\",\"temp\":\"45.5C\",\"power_draw\":\"20W\"},{\"temp\":4}]");
    }

    @Override
    public boolean accepts(byte[] input) {
        Map<String, Double> values = NvtopParser.parse(new String(input, StandardCharsets.UTF_8));
        assertThat(values.values()).allMatch(value -> value >= -40 && value <= 1e24);
        return !values.isEmpty();
    }
}
