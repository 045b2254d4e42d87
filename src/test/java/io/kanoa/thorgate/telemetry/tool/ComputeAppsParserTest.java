package io.kanoa.thorgate.telemetry.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComputeAppsParserTest {

    private static final String HEADER = "gpu_uuid, pid, used_gpu_memory [MiB]";
    private static final double MIB = 1 << 20;

    @Test
    void captureOfAnH100_isRead_onceTheNextTickBegins() {
        List<String> capture = Captures.lines("nvidia-smi/h100-compute-apps.csv");

        assertThat(replay(capture)).isEmpty();
        assertThat(replay(twice(capture))).containsExactly(Map.of("402", 1002 * MIB));
    }

    @Test
    void processOnSeveralGpus_isAddedUp() {
        assertThat(replay(
                        List.of(HEADER, "GPU-a, 7, 100 MiB", "GPU-b, 7, 20 MiB", "GPU-a, 8, 3 MiB", "GPU-a, 7, 1 MiB")))
                .containsExactly(Map.of("7", 120 * MIB, "8", 3 * MIB));
    }

    @Test
    void olderNameOfTheColumn_isUnderstood() {
        assertThat(replay(List.of("pid, used_memory [MiB]", "7, 5 MiB", "7, 6 MiB")))
                .containsExactly(Map.of("7", 5 * MIB));
    }

    @Test
    void processThatEnds_isNotInTheNextTick() {
        assertThat(replay(List.of(HEADER, "G, 7, 5 MiB", "G, 8, 6 MiB", "G, 8, 7 MiB", "G, 8, 9 MiB")))
                .containsExactly(Map.of("7", 5 * MIB, "8", 6 * MIB), Map.of("8", 7 * MIB));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[N/A]", "N/A", "[Not Supported]", "[Insufficient Permissions]", "", "-", "12 GiB", "-3 MiB"})
    void memoryThatIsNotTold_isUnknown_notZero(String memory) {
        assertThat(replay(List.of(HEADER, "G, 7, " + memory, "G, 7, 5 MiB"))).containsExactly(Map.of("7", Double.NaN));
    }

    @Test
    void linesThatAreNoProcesses_areSkipped() {
        assertThat(replay(List.of(
                        "G, 7, 5 MiB",
                        "G, 7, 5 MiB",
                        HEADER,
                        "",
                        "No running processes found",
                        "G, 0, 5 MiB",
                        "G, x, 5 MiB",
                        "G, 7",
                        "G, 7, 5 MiB, more")))
                .isEmpty();
    }

    private static List<String> twice(List<String> capture) {
        return Stream.concat(capture.stream(), capture.stream()).toList();
    }

    private static List<Map<String, Double>> replay(List<String> lines) {
        ComputeAppsParser parser = new ComputeAppsParser();
        return lines.stream()
                .map(parser::parse)
                .filter(values -> !values.isEmpty())
                .toList();
    }
}
