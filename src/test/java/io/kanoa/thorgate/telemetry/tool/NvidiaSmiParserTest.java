package io.kanoa.thorgate.telemetry.tool;

import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_CLOCKS_EVENT_REASONS_BITS;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_CLOCK_HZ;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_LOAD_RATIO;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_MEMORY_USED_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_POWER_W;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_THROTTLED_RATIO;
import static io.kanoa.thorgate.telemetry.SampleChannels.TEMPERATURE_GPU_C;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NvidiaSmiParserTest {

    private static final String HEADER = "index, power.draw.instant [W], temperature.gpu, clocks_event_reasons.active";

    @Test
    void h100UnderLoad_givesItsInstantPower_notTheLaggingAverage() {
        List<Map<String, Double>> ticks = replay(Captures.lines("nvidia-smi/h100-query-lms100.csv"));

        assertThat(ticks).hasSize(49);
        assertThat(ticks.get(2))
                .containsEntry(GPU_POWER_W, 851.65)
                .containsEntry(GPU_LOAD_RATIO, 0.0)
                .containsEntry(GPU_MEMORY_USED_BYTES, 1011.0 * (1 << 20))
                .containsEntry(TEMPERATURE_GPU_C, 41.0)
                .containsEntry(GPU_CLOCK_HZ, 1980e6)
                .containsEntry(GPU_THROTTLED_RATIO, 0.0);
    }

    @Test
    void h100AtItsPowerCap_isThrottled() {
        List<Map<String, Double>> ticks = replay(Captures.lines("nvidia-smi/h100-query-lms100.csv"));

        assertThat(ticks.get(3))
                .containsEntry(GPU_THROTTLED_RATIO, 1.0)
                .containsEntry(GPU_CLOCKS_EVENT_REASONS_BITS, 4.0)
                .containsEntry(GPU_CLOCK_HZ, 1530e6);
        assertThat(ticks)
                .filteredOn(tick -> tick.get(GPU_THROTTLED_RATIO) == 1.0)
                .hasSizeGreaterThan(40);
    }

    @Test
    void h100Idle_isNotThrottled_andLacksWhatWasNotAsked() {
        List<Map<String, Double>> ticks = replay(Captures.lines("nvidia-smi/h100-idle.csv"));

        assertThat(ticks)
                .hasSize(5)
                .allSatisfy(tick -> assertThat(tick)
                        .containsEntry(GPU_THROTTLED_RATIO, 0.0)
                        .containsEntry(GPU_CLOCKS_EVENT_REASONS_BITS, 1.0)
                        .containsKey(GPU_POWER_W)
                        .doesNotContainKeys(GPU_LOAD_RATIO, TEMPERATURE_GPU_C));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[N/A]", "N/A", "Not Supported", "[Not Supported]", "[Unknown Error]", "ERR!", "", "-", "12 kW"})
    void valueThatIsNotThere_isAbsentNotZero(String power) {
        List<Map<String, Double>> ticks = replay(List.of(HEADER, "0, 1.00 W, 40, 0x0", "0, " + power + ", 41, [N/A]"));

        assertThat(ticks).containsExactly(Map.of(TEMPERATURE_GPU_C, 41.0));
    }

    @Test
    void severalGpus_areAddedUp_onceAllHaveSpoken() {
        NvidiaSmiParser parser = new NvidiaSmiParser();
        parser.parse(HEADER);
        parser.parse("0, 100.00 W, 40, 0x0000000000000001");
        parser.parse("1, 100.00 W, 40, 0x0000000000000001");

        assertThat(parser.parse("0, 300.00 W, 60, 0x0000000000000004")).isEmpty();
        assertThat(parser.parse("1, 200.00 W, 70, 0x0000000000000001"))
                .isEqualTo(Map.of(
                        GPU_POWER_W, 500.0,
                        TEMPERATURE_GPU_C, 70.0,
                        GPU_CLOCKS_EVENT_REASONS_BITS, 5.0,
                        GPU_THROTTLED_RATIO, 1.0));
    }

    @Test
    void powerThatOneOfSeveralGpusLacks_leavesNoSum() {
        List<Map<String, Double>> ticks = replay(
                List.of(HEADER, "0, 1.00 W, 40, 0x0", "1, 1.00 W, 40, 0x0", "0, 1.00 W, 40, 0x0", "1, [N/A], 40, 0x0"));

        assertThat(ticks.get(ticks.size() - 1)).doesNotContainKey(GPU_POWER_W).containsKey(TEMPERATURE_GPU_C);
    }

    @Test
    void olderNameOfTheReasons_isUnderstood() {
        List<Map<String, Double>> ticks =
                replay(List.of("index, clocks_throttle_reasons.active", "0, 0x20", "0, 0x0000000000000020"));

        assertThat(ticks).containsExactly(Map.of(GPU_CLOCKS_EVENT_REASONS_BITS, 32.0, GPU_THROTTLED_RATIO, 1.0));
    }

    @Test
    void linesThatAreNoData_areSkipped() {
        assertThat(replay(List.of(
                        "0, 5 W", "NVIDIA-SMI has failed", HEADER, "", "0, 5 W", "x, 5 W, 1, 0x0", "0, 1, 2, 3, 4")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0x0, ''",
        "0x1, ''",
        "0x2, ''",
        "0x100, ''",
        "0x4, sw_power_cap",
        "0x8, hw_slowdown",
        "0x10, sync_boost",
        "0x20, sw_thermal_slowdown",
        "0x40, hw_thermal_slowdown",
        "0x80, hw_power_brake_slowdown",
        "0x45, sw_power_cap hw_thermal_slowdown",
        "0x1000, unknown_0x1000"
    })
    void reasons_areNamed(String bits, String names) {
        assertThat(String.join(" ", ThrottleReasons.of(Long.decode(bits)))).isEqualTo(names);
    }

    private static List<Map<String, Double>> replay(List<String> lines) {
        NvidiaSmiParser parser = new NvidiaSmiParser();
        return lines.stream()
                .map(parser::parse)
                .flatMap(values -> values.isEmpty() ? Stream.empty() : Stream.of(values))
                .toList();
    }

    @Test
    void lineOfWordsForNumbers_givesNothing() {
        List<String> lines = Captures.lines("nvidia-smi/h100-query-lms100.csv");
        GpuColumns columns = GpuColumns.of(lines.get(0));
        for (String nothing : List.of("[N/A]", "Not Supported", "", "NaN", "Infinity", "1e9", "0x", "0xg", "- 5 W")) {
            String line = "2026/01/01, 0, "
                    + Stream.generate(() -> nothing)
                            .limit(15)
                            .reduce((a, b) -> a + ", " + b)
                            .orElseThrow();
            assertThat(columns.read(line).map(GpuLine::values)).as(nothing).contains(Map.of());
        }
    }
}
