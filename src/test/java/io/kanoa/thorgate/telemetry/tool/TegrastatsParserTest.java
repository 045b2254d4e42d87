package io.kanoa.thorgate.telemetry.tool;

import static io.kanoa.thorgate.telemetry.SampleChannels.CPU_CLOCK_HZ;
import static io.kanoa.thorgate.telemetry.SampleChannels.CPU_ONLINE_CORES;
import static io.kanoa.thorgate.telemetry.SampleChannels.CPU_RATIO;
import static io.kanoa.thorgate.telemetry.SampleChannels.EMC_CLOCK_HZ;
import static io.kanoa.thorgate.telemetry.SampleChannels.EMC_LOAD_RATIO;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_CLOCK_HZ;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_LOAD_RATIO;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_POWER_W;
import static io.kanoa.thorgate.telemetry.SampleChannels.RAILS_POWER_W;
import static io.kanoa.thorgate.telemetry.SampleChannels.RAM_USED_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.SWAP_USED_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.VIN_POWER_W;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TegrastatsParserTest {

    private static final double MIB = 1 << 20;

    @Test
    void thorWithEverythingPowered_givesAllItsFields() {
        assertMatches(
                capture("thor-r38.4-full.txt"),
                Map.ofEntries(
                        Map.entry(RAM_USED_BYTES, 105265 * MIB),
                        Map.entry(CPU_RATIO, 9 / 14.0 / 100),
                        Map.entry(CPU_CLOCK_HZ, 972e6),
                        Map.entry(CPU_ONLINE_CORES, 14.0),
                        Map.entry(EMC_LOAD_RATIO, 0.0),
                        Map.entry(EMC_CLOCK_HZ, 2750e6),
                        Map.entry(GPU_CLOCK_HZ, 314e6),
                        Map.entry("temperature_cpu_c", 37.343),
                        Map.entry("temperature_tj_c", 38.875),
                        Map.entry("temperature_soc012_c", 37.468),
                        Map.entry("temperature_gpu_c", 38.875),
                        Map.entry("temperature_soc345_c", 37.406),
                        Map.entry("rail_vdd_gpu_power_w", 1.962),
                        Map.entry("rail_vdd_cpu_soc_mss_power_w", 5.887),
                        Map.entry("rail_vin_sys_5v0_power_w", 5.635),
                        Map.entry(GPU_POWER_W, 1.962),
                        Map.entry(RAILS_POWER_W, 13.484),
                        Map.entry(VIN_POWER_W, 19.780)));
    }

    @Test
    void thorUnderLoad_givesTheCurrentOfEachTriple_notTheAverage() {
        Map<String, Double> values = capture("thor-r39.2-load.txt");

        assertThat(values.get(VIN_POWER_W)).isCloseTo(87.426, within(1e-9));
        assertThat(values.get(GPU_POWER_W)).isCloseTo(37.528, within(1e-9));
        assertThat(values.get(SWAP_USED_BYTES)).isEqualTo(11 * MIB);
        assertThat(values).doesNotContainKeys(GPU_LOAD_RATIO, GPU_CLOCK_HZ, EMC_LOAD_RATIO, EMC_CLOCK_HZ);
    }

    @Test
    void orin_hasAGpuLoad_andNoBoardInput_thoughARailsNameBeginsLikeIt() {
        Map<String, Double> values = capture("orin-jp6.txt");

        assertThat(values).containsEntry(GPU_LOAD_RATIO, 0.0).doesNotContainKeys(VIN_POWER_W, GPU_POWER_W);
        assertThat(values.get("rail_vin_sys_5v0_power_w")).isCloseTo(4.442, within(1e-9));
        assertThat(values.get(RAILS_POWER_W)).isCloseTo(10.370, within(1e-9));
    }

    @Test
    void gpuWithoutAPercentage_hasNoLoad() {
        assertThat(parse("GR3D_FREQ @[314,320,326]"))
                .doesNotContainKey(GPU_LOAD_RATIO)
                .containsEntry(GPU_CLOCK_HZ, 320e6);
        assertThat(parse("GR3D_FREQ 73%@[1300]"))
                .containsEntry(GPU_LOAD_RATIO, 0.73)
                .containsEntry(GPU_CLOCK_HZ, 1300e6);
        assertThat(parse("GR3D_FREQ 73%@1300")).containsEntry(GPU_CLOCK_HZ, 1300e6);
    }

    @Test
    void temperatureWithItsPeak_givesTheCurrentOne() {
        assertThat(parse("cpu@60.5C/71.25C tj@63C/70C gpu@-3.5C"))
                .containsEntry("temperature_cpu_c", 60.5)
                .containsEntry("temperature_tj_c", 63.0)
                .containsEntry("temperature_gpu_c", -3.5);
    }

    @Test
    void temperatureOfAPartThatIsOff_isAbsent() {
        assertThat(parse("gpu@-256C cpu@40C")).containsOnlyKeys("temperature_cpu_c");
    }

    @Test
    void coresThatAreOff_countNeitherAsIdleNorAsOnline() {
        assertThat(parse("CPU [40%@2000,off,20%@1000,off]"))
                .containsEntry(CPU_ONLINE_CORES, 2.0)
                .containsEntry(CPU_RATIO, 0.3)
                .containsEntry(CPU_CLOCK_HZ, 1500e6);
        assertThat(parse("CPU [off,off]")).isEmpty();
    }

    @Test
    void railThatReadsZero_isATrueZero() {
        assertThat(parse("VDD_GPU 0mW/500mW VIN 9000mW/9000mW")).containsEntry(GPU_POWER_W, 0.0);
    }

    @Test
    void railThatIsMissingFromALaterLine_leavesNoSum() {
        TegrastatsParser parser = new TegrastatsParser();
        parser.parse("VDD_GPU 1000mW/1000mW VDD_CPU 2000mW/2000mW");

        assertThat(parser.parse("VDD_CPU 2000mW/2000mW")).containsOnlyKeys("rail_vdd_cpu_power_w");
        assertThat(parser.parse("VDD_GPU 1000mW/1000mW VDD_CPU 2000mW/2000mW")).containsEntry(RAILS_POWER_W, 3.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "tegrastats: command not found",
                "RAM 12/",
                "RAM x/yMB",
                "VIN",
                "VIN 87426",
                "VIN 87426mW/437",
                "VIN 99999999999999mW/1mW",
                "MYVIN_x 5mW",
                "CPU []",
                "CPU [",
                "CPU [1%@,@5,%]",
                "GR3D_FREQ",
                "EMC_FREQ off",
                "cpu@C",
                "cpu@.C",
                "cpu@NaNC"
            })
    void oddText_givesNothing(String line) {
        assertThat(parse(line)).isEmpty();
    }

    private static Map<String, Double> capture(String name) {
        return parse(Captures.lines("tegrastats/" + name).get(0));
    }

    private static Map<String, Double> parse(String line) {
        return new TegrastatsParser().parse(line);
    }

    private static void assertMatches(Map<String, Double> actual, Map<String, Double> expected) {
        assertThat(new TreeMap<>(actual).keySet()).isEqualTo(new TreeMap<>(expected).keySet());
        expected.forEach((channel, value) ->
                assertThat(actual.get(channel)).as(channel).isCloseTo(value, within(Math.abs(value) * 1e-9)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"thor-r38.4-full.txt", "thor-r39.2-load.txt", "orin-jp6.txt"})
    void lineThatLacksAnyWord_keepsItsOtherValues_andInventsNone(String capture) {
        String line = Captures.lines("tegrastats/" + capture).get(0);
        Map<String, Double> whole = new TegrastatsParser().parse(line);
        List<String> words = List.of(line.split(" "));

        for (int i = 0; i < words.size(); i++) {
            List<String> rest = new ArrayList<>(words);
            rest.remove(i);
            TegrastatsParser parser = new TegrastatsParser();
            parser.parse(line);
            Map<String, Double> values = parser.parse(String.join(" ", rest));
            assertThat(whole.entrySet()).as("without %s", words.get(i)).containsAll(values.entrySet());
            assertThat(values).hasSizeGreaterThan(whole.size() - 5);
        }
    }
}
