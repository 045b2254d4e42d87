package io.kanoa.thorgate.telemetry.tool;

import static io.kanoa.thorgate.telemetry.SampleChannels.ENGINE_GPU_MEMORY_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_POWER_W;
import static io.kanoa.thorgate.telemetry.SampleChannels.TEMPERATURE_GPU_C;
import static io.kanoa.thorgate.telemetry.SampleChannels.VIN_POWER_W;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kanoa.thorgate.device.tool.SearchPath;
import io.kanoa.thorgate.telemetry.Detection;
import io.kanoa.thorgate.telemetry.Sensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
@DisabledOnOs(OS.WINDOWS)
class ToolSensorsTest {

    private static final Duration PERIOD = Duration.ofMillis(50);

    @TempDir
    Path directory;

    private List<Detection> detections = List.of();

    @AfterEach
    void closeAll() {
        detections.stream()
                .flatMap(d -> Optional.ofNullable(d.sensor()).stream())
                .forEach(Sensor::close);
    }

    @Test
    void machineWithoutTools_hasNoSensorAndSaysWhy() {
        detect();

        assertThat(detections).allMatch(d -> d.sensor() == null);
        assertThat(detections)
                .extracting(Detection::absence)
                .containsExactly(
                        "no board sensor: tegrastats is not on the PATH",
                        "no GPU sensor: nvidia-smi is not on the PATH");
    }

    @Test
    void tegrastats_isStartedWithTheInterval_andItsLinesAreRead() throws IOException {
        endless("tegrastats", "echo \"$@\" > " + directory.resolve("arguments"), "echo 'VIN 19780mW/19780mW'");
        Sensor sensor = first();

        assertThat(values(sensor)).isEqualTo(Map.of(VIN_POWER_W, 19.78));
        assertThat(Files.readString(directory.resolve("arguments"))).isEqualTo("--interval 50\n");
    }

    @Test
    void toolThatFallsSilent_givesNothing() {
        FakeTool.in(directory, "tegrastats", "echo 'VIN 19780mW/19780mW'\nexec sleep 60\n");
        Sensor sensor = first();
        values(sensor);

        await().until(() -> sensor.read().isEmpty());
    }

    @Test
    void toolThatEnds_isAnErrorThatShowsItsLastLine() {
        FakeTool.in(directory, "tegrastats", "echo 'VIN 5mW/5mW'\necho 'no permission'\nexit 3\n");
        Sensor sensor = first();

        await().untilAsserted(() -> assertThatThrownBy(sensor::read)
                .hasMessage("tegrastats ended with status 3; its last line was: no permission"));
    }

    @Test
    void toolThatEnds_isStartedAgain_andItsLinesAreRead() {
        FakeTool.in(directory, "tegrastats", """
                echo x >> starts
                [ $(wc -l < starts) -gt 1 ] || exit 15
                while true; do echo 'VIN 5mW/5mW'; sleep 0.02; done
                """.replace(
                        "starts", directory.resolve("starts").toString()));
        Sensor sensor = first();

        await().untilAsserted(() -> assertThatThrownBy(sensor::read).hasMessageContaining("ended with status 15"));
        await().ignoreExceptions().until(() -> !sensor.read().isEmpty());
    }

    @Test
    void close_endsTheTool_andWhatItStarted() {
        FakeTool.in(directory, "tegrastats", "sleep 60 &\necho \"soc$!@1C self$$@1C\"\nwait\n");
        Sensor sensor = first();
        List<Long> pids = values(sensor).keySet().stream()
                .map(channel -> Long.valueOf(channel.replaceAll("\\D", "")))
                .toList();
        assertThat(pids).hasSize(2).allMatch(ToolSensorsTest::isAlive);

        sensor.close();

        await().untilAsserted(() -> assertThat(pids).noneMatch(ToolSensorsTest::isAlive));
    }

    @Test
    void close_endsAToolThatRefusesToEnd() {
        FakeTool.in(
                directory, "tegrastats", "trap '' TERM PIPE\nwhile true; do echo \"self$$@1C\"; sleep 0.02; done\n");
        Sensor sensor = first();
        long pid = Long.parseLong(values(sensor).keySet().iterator().next().replaceAll("\\D", ""));

        sensor.close();

        await().untilAsserted(() -> assertThat(isAlive(pid)).isFalse());
    }

    @Test
    void nvidiaSmi_isTriedAndThenListenedTo() {
        FakeTool.in(directory, "nvidia-smi", """
                echo 'index, power.draw.instant [W], temperature.gpu'
                echo '0, 81.08 W, 41'
                [ "$3" = -lms ] || exit 0
                while true; do echo '0, 99.50 W, 42'; sleep 0.02; done
                """);
        detect();
        Sensor sensor = Objects.requireNonNull(detections.get(1).sensor());

        assertThat(values(sensor)).isEqualTo(Map.of(GPU_POWER_W, 99.5, TEMPERATURE_GPU_C, 42.0));
        assertThat(detections.get(1).absence()).isEmpty();
    }

    @Test
    void nvidiaSmiThatKnowsNoInstantPower_isAskedForLess_andTheLackIsNamed() {
        FakeTool.in(directory, "nvidia-smi", """
                case "$1" in *power.draw.instant*) echo 'Field "power.draw.instant" is not a valid field'; exit 2;; esac
                echo 'index, temperature.gpu'
                echo '0, 41'
                """);
        detect();

        assertThat(detections.get(1).sensor()).isNotNull();
        assertThat(detections.get(1).absence()).contains("no GPU power sensor", "power.draw.instant");
    }

    @Test
    void nvidiaSmiWithoutADriver_isAbsentWithItsOwnWords() {
        FakeTool.in(directory, "nvidia-smi", "echo \"NVIDIA-SMI has failed: no driver\"\nexit 9\n");
        detect();

        assertThat(detections.get(1).sensor()).isNull();
        assertThat(detections.get(1).absence()).contains("fails (NVIDIA-SMI has failed: no driver)");
    }

    @Test
    void nvtop_isUsedOnlyWhereNothingElseIs() {
        FakeTool.in(directory, "nvtop", "[ \"$1\" = -s ] && printf '[{\"temp\": \"45C\"}]'\n");
        detect();
        assertThat(detections).hasSize(3);
        Sensor sensor = Objects.requireNonNull(detections.get(2).sensor());
        assertThat(values(sensor)).isEqualTo(Map.of(TEMPERATURE_GPU_C, 45.0));
        sensor.close();

        endless("tegrastats", "", "echo 'VIN 1mW/1mW'");
        detect();
        assertThat(detections).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "GPU-a, 402, 1002 MiB; GPU-a, 9, 5 MiB | 1002",
                "GPU-a, 402, 1002 MiB; GPU-b, 402, 10 MiB; GPU-a, 403, 1 MiB | 1013",
                "GPU-a, 402, [N/A] | -",
                "GPU-a, 402, 1002 MiB; GPU-a, 403, [Insufficient Permissions] | -",
                "GPU-a, 9, 5 MiB | -",
            })
    void engineMemoryOnGpus_isTheSumOfItsOwnProcesses_orAbsent(String tick, Double mebibytes) throws IOException {
        nvidiaSmiWithProcesses(tick);
        detect();
        Sensor sensor = Objects.requireNonNull(detections.get(2).sensor());
        await().until(() -> Files.exists(directory.resolve("ticks")));

        if (mebibytes == null) {
            await().during(Duration.ofMillis(300)).until(() -> sensor.read().isEmpty());
        } else {
            assertThat(values(sensor)).isEqualTo(Map.of(ENGINE_GPU_MEMORY_BYTES, mebibytes * (1 << 20)));
        }
    }

    @Test
    void nvidiaSmiThatDoesNotTellOfProcesses_isNamed() {
        FakeTool.in(directory, "nvidia-smi", """
                case "$1" in *compute-apps*) echo 'Field "gpu_uuid" is not a valid field'; exit 2;; esac
                printf 'index, temperature.gpu\\n0, 41\\n'
                """);
        detect();

        assertThat(detections.get(2).absence())
                .contains("no sensor of the engine's GPU memory", "Field \"gpu_uuid\" is not a valid field");
    }

    /** Prints the tick over and over, and says when it has done so twice. */
    private void nvidiaSmiWithProcesses(String tick) {
        String lines = tick.replace("; ", "\\n");
        FakeTool.in(directory, "nvidia-smi", """
                case "$1" in
                *compute-apps*)
                  echo 'gpu_uuid, pid, used_gpu_memory [MiB]'
                  [ "$3" = -lms ] || exit 0
                  n=0
                  while true; do
                    printf '%s\\n'
                    sleep 0.02
                    n=$((n+1))
                    [ $n = 2 ] && touch '%s'
                  done;;
                esac
                printf 'index, temperature.gpu\\n0, 41\\n'
                """.formatted(lines, directory.resolve("ticks")));
    }

    @Test
    void nvtop_isNotUsedBesideNvidiaSmi() {
        FakeTool.in(directory, "nvtop", "printf '[]'\n");
        FakeTool.in(directory, "nvidia-smi", "printf 'index, temperature.gpu\\n0, 41\\n'\n");
        detect();

        assertThat(detections)
                .hasSize(3)
                .last()
                .satisfies(last -> assertThat(last.absence()).contains("GPU memory"));
    }

    private Sensor first() {
        detect();
        return Objects.requireNonNull(detections.get(0).sensor());
    }

    private void detect() {
        detections = new ToolSensors(new SearchPath(List.of(directory)), PERIOD, () -> Set.of(402L, 403L)).detect();
    }

    private void endless(String name, String once, String each) {
        FakeTool.in(directory, name, once + "\nwhile true; do " + each + "; sleep 0.02; done\n");
    }

    private static Map<String, Double> values(Sensor sensor) {
        return await().until(sensor::read, values -> !values.isEmpty());
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
