package io.kanoa.thorgate.telemetry.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damages what real tools printed, the same way in each run. */
class ParserFuzzTest {

    private static final int ROUNDS = 4_000;

    private final Random random = new Random(20_260_422);

    @ParameterizedTest
    @ValueSource(strings = {"thor-r38.4-full.txt", "thor-r39.2-load.txt", "orin-jp6.txt"})
    void tegrastatsLineThatLacksAnyWord_keepsItsOtherValues_andInventsNone(String capture) {
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

    @ParameterizedTest
    @ValueSource(strings = {"thor-r38.4-full.txt", "thor-r39.2-load.txt", "orin-jp6.txt"})
    void damagedTegrastatsLine_neverThrows_andGivesOnlyPlausibleNumbers(String capture) {
        TegrastatsParser parser = new TegrastatsParser();
        damage(Captures.lines("tegrastats/" + capture), parser::parse);
    }

    @Test
    void damagedNvidiaSmiOutput_neverThrows_andGivesOnlyPlausibleNumbers() {
        NvidiaSmiParser parser = new NvidiaSmiParser();
        damage(Captures.lines("nvidia-smi/h100-query-lms100.csv").subList(0, 8), parser::parse);
    }

    @Test
    void damagedListOfProcesses_neverThrows_andGivesOnlyPlausibleNumbers() {
        ComputeAppsParser parser = new ComputeAppsParser();
        List<String> lines = new ArrayList<>(Captures.lines("nvidia-smi/h100-compute-apps.csv"));
        lines.add("403, other, [N/A]");
        damage(lines, line -> {
            Map<String, Double> values = new HashMap<>(parser.parse(line));
            values.values().removeIf(value -> value.isNaN());
            return values;
        });
    }

    @Test
    void damagedNvtopOutput_neverThrows_andGivesOnlyPlausibleNumbers() {
        damage(List.of("[{\"gpu_clock\":\"1575MHz\",\"temp\":\"45C\",\"power_draw\":null}]"), NvtopParser::parse);
    }

    @Test
    void nvidiaSmiLineOfWordsForNumbers_givesNothing() {
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

    private void damage(List<String> lines, Function<String, Map<String, Double>> parser) {
        for (int i = 0; i < ROUNDS; i++) {
            String line = lines.get(random.nextInt(lines.size()));
            for (int hits = random.nextInt(6); hits > 0; hits--) {
                line = hit(line);
            }
            Map<String, Double> values = parser.apply(line);
            if (!values.values().stream().allMatch(ParserFuzzTest::isPlausible)) {
                fail("from %s came %s", line, values);
            }
        }
    }

    private static boolean isPlausible(double value) {
        return value >= -40 && value <= 1e18;
    }

    private String hit(String line) {
        if (line.isEmpty()) {
            return line;
        }
        int from = random.nextInt(line.length());
        int to = Math.min(line.length(), from + random.nextInt(8));
        return switch (random.nextInt(5)) {
            case 0 -> line.substring(0, from);
            case 1 -> line.substring(0, from) + line.substring(to);
            case 2 -> line.substring(0, from) + line.substring(from, to).repeat(5) + line.substring(to);
            case 3 -> line.substring(0, from) + (char) random.nextInt(0x3000) + line.substring(from);
            default -> line.substring(0, from) + oddBit() + line.substring(from);
        };
    }

    private String oddBit() {
        List<String> bits =
                Arrays.asList("\0", "%", "@", "/", ",", "[", "]", "-", "NaN", "mW", "999999999999", " ", "\"");
        return bits.get(random.nextInt(bits.size()));
    }
}
