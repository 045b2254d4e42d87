package io.kanoa.thorgate.telemetry.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.device.FakeMachines;
import io.kanoa.thorgate.device.FakeRoot;
import io.kanoa.thorgate.device.Machine;
import io.kanoa.thorgate.telemetry.SampleChannels;
import io.kanoa.thorgate.telemetry.Sensor;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MachineSensorsTest {

    @TempDir
    Path directory;

    @Test
    void machineWithoutProcAndSys_hasNoSensorAndSaysWhy() {
        MachineSensors found = MachineSensors.available(directory, Set::of);

        assertThat(found.sensors()).isEmpty();
        assertThat(found.absent()).isNotEmpty().allMatch(text -> text.matches("no .*sensor.*: .+"));
        assertThat(found.absent()).anyMatch(text -> text.contains("CPU power"));
    }

    @Test
    void pc_showsWhatItHas() {
        new FakeRoot(directory)
                .file("proc/meminfo", "MemTotal: 5 kB\nMemAvailable: 3 kB\n")
                .file("proc/stat", "cpu  1 1 1 1 1 1 1 1 1 1\n")
                .process(7, "self", 1, 0, 0, 0)
                .file("proc/self/stat", "")
                .file("proc/self/smaps_rollup", "")
                .file("sys/class/powercap/intel-rapl:0/name", "package-0\n")
                .file("sys/class/powercap/intel-rapl:0/max_energy_range_uj", "10\n")
                .file("sys/class/powercap/intel-rapl:0/energy_uj", "1\n");

        MachineSensors found = MachineSensors.available(directory, Set::of);

        assertThat(found.sensors())
                .extracting(Sensor::name)
                .contains("meminfo", "cpu", "engine_cpu", "engine_memory", "rapl");
    }

    @Test
    void madeUpMachines_showWhatTheyHave() {
        assertThat(readings(FakeMachines.thor(directory.resolve("thor"))))
                .containsEntry(SampleChannels.VIN_POWER_W, 87.426)
                .containsEntry(SampleChannels.RAILS_POWER_W, 60.0)
                .containsEntry(SampleChannels.TEMPERATURE_GPU_C, 71.5)
                .containsEntry(SampleChannels.THERMAL_THROTTLED_RATIO, 1.0);
        assertThat(readings(FakeMachines.orin(directory.resolve("orin"))))
                .containsEntry(SampleChannels.RAILS_POWER_W, 60.0)
                .containsEntry(SampleChannels.THERMAL_THROTTLED_RATIO, 0.0)
                .doesNotContainKeys(SampleChannels.VIN_POWER_W, SampleChannels.GPU_POWER_W);
        assertThat(readings(FakeMachines.pc(directory.resolve("pc"))))
                .containsKeys(SampleChannels.PACKAGE_POWER_W, SampleChannels.MEMORY_AVAILABLE_BYTES)
                .doesNotContainKeys(
                        SampleChannels.RAILS_POWER_W,
                        SampleChannels.TEMPERATURE_GPU_C,
                        SampleChannels.THERMAL_THROTTLED_RATIO);
        assertThat(Machine.read(directory.resolve("thor")).isJetsonThor()).isTrue();
        assertThat(Machine.read(directory.resolve("orin")).isJetsonThor()).isFalse();
    }

    @Test
    void sensorsThatMayGivePower_areKnown() {
        assertThat(MachineSensors.available(
                                FakeMachines.orin(directory.resolve("orin")).path(), Set::of)
                        .mayGivePower())
                .isTrue();
        assertThat(MachineSensors.available(directory.resolve("none"), Set::of).mayGivePower())
                .isFalse();
    }

    /** RAPL gives its first value at the second reading. */
    private static Map<String, Double> readings(FakeRoot root) {
        Map<String, Double> readings = new HashMap<>();
        List<Sensor> sensors = MachineSensors.available(root.path(), Set::of).sensors();
        sensors.forEach(sensor -> readings.putAll(sensor.read()));
        sensors.forEach(sensor -> readings.putAll(sensor.read()));
        return readings;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisMachine_givesMemoryAndTheMemoryOfAProcess() {
        long ownPid = ProcessHandle.current().pid();

        MachineSensors found = MachineSensors.available(Path.of("/"), () -> Set.of(ownPid));

        assertThat(found.sensors())
                .flatExtracting(sensor -> sensor.read().keySet())
                .contains(SampleChannels.MEMORY_AVAILABLE_BYTES, SampleChannels.ENGINE_PSS_BYTES);
        found.sensors().forEach(Sensor::close);
    }
}
