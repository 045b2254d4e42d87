package io.kanoa.thorgate.telemetry.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.device.FakeRoot;
import io.kanoa.thorgate.telemetry.SampleChannels;
import io.kanoa.thorgate.telemetry.Sensor;
import java.nio.file.Path;
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
