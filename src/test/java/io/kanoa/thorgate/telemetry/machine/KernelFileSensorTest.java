package io.kanoa.thorgate.telemetry.machine;

import static io.kanoa.thorgate.telemetry.SampleChannels.MEMORY_AVAILABLE_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.MEMORY_FREE_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.MEMORY_TOTAL_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.SWAP_USED_BYTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.device.FakeRoot;
import io.kanoa.thorgate.telemetry.Detection;
import io.kanoa.thorgate.telemetry.Sensor;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelFileSensorTest {

    private static final String FULL = """
            MemTotal:       128790528 kB
            MemFree:         1000000 kB
            MemAvailable:   90000000 kB
            SwapCached:          5 kB
            SwapTotal:       4194304 kB
            SwapFree:        4183040 kB
            """;

    @TempDir
    Path directory;

    @Test
    void figures_areInBytes() {
        assertThat(sensor(FULL).read())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        MEMORY_TOTAL_BYTES, 128790528.0 * 1024,
                        MEMORY_AVAILABLE_BYTES, 90000000.0 * 1024,
                        MEMORY_FREE_BYTES, 1000000.0 * 1024,
                        SWAP_USED_BYTES, 11264.0 * 1024));
    }

    @Test
    void linesThatAreMissing_leaveTheirChannelsAbsent() {
        assertThat(sensor("MemTotal: 100 kB\nSwapTotal: 10 kB\n").read()).containsOnlyKeys(MEMORY_TOTAL_BYTES);
    }

    @Test
    void machineWithoutSwap_usesNone() {
        assertThat(sensor("SwapTotal: 0 kB\nSwapFree: 0 kB\n").read()).containsEntry(SWAP_USED_BYTES, 0.0);
    }

    @Test
    void oddLines_areAbsent() {
        assertThat(sensor("MemTotal: 5 kB\nMemFree: many kB\nMemAvailable:\nSwapTotal: 1 kB\nSwapFree: 9 kB\n")
                        .read())
                .containsOnlyKeys(MEMORY_TOTAL_BYTES);
    }

    @Test
    void fileThatVanishes_isAnError() {
        Sensor sensor = sensor(FULL);
        new FakeRoot(directory).without("proc/meminfo");

        assertThatThrownBy(sensor::read)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("meminfo");
    }

    @Test
    void machineWithoutTheFile_isAbsentWithReason() {
        Detection detection = KernelFileSensor.meminfo(directory);

        assertThat(detection.sensor()).isNull();
        assertThat(detection.absence()).startsWith("no memory sensor: ").contains("meminfo");
    }

    private Sensor sensor(String meminfo) {
        new FakeRoot(directory).file("proc/meminfo", meminfo);
        return Objects.requireNonNull(KernelFileSensor.meminfo(directory).sensor());
    }
}
