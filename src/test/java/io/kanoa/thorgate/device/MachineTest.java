package io.kanoa.thorgate.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {

    @TempDir
    Path directory;

    @Test
    void thor_isRecognisedByItsDeviceTree() {
        Machine machine = thor();

        assertThat(machine.isJetsonThor()).isTrue();
        assertThat(machine.model()).contains("NVIDIA Jetson AGX Thor Developer Kit");
        assertThat(machine.compatible()).containsExactly("nvidia,p3971-0089+p3834-0008", "nvidia,tegra264");
        assertThat(machine.l4tRelease()).contains("38.4.0");
        assertThat(machine.jetPack()).contains("7.1");
        assertThat(machine.cores()).isEqualTo(2);
        assertThat(machine.memoryBytes()).hasValue(128_790_528L * 1024);
        assertThat(DefaultProfile.of(machine)).isEqualTo("thor");
    }

    @Test
    void thor_describesItselfForTheResults() {
        assertThat(thor().asMap())
                .containsEntry("model", "NVIDIA Jetson AGX Thor Developer Kit")
                .containsEntry("l4t_release", "38.4.0")
                .containsEntry("jetpack", "7.1")
                .containsEntry("cpu", "Arm implementer 0x41 part 0xd83")
                .containsEntry("operating_system", "Ubuntu 24.04.3 LTS")
                .containsEntry("kernel", "6.8.12-tegra")
                .containsEntry("java_version", System.getProperty("java.version"))
                .hasEntrySatisfying("root", root -> assertThat(root).contains("made up for a test"));
    }

    @Test
    void boardOfAnotherMakerWithTheChip_isAThor() {
        new FakeRoot(directory).file("proc/device-tree/compatible", "maker,board\0nvidia,tegra264\0");

        assertThat(Machine.read(directory).isJetsonThor()).isTrue();
    }

    @Test
    void orin_isNoThor() {
        new FakeRoot(directory)
                .file("proc/device-tree/model", "NVIDIA Jetson AGX Orin Developer Kit\0")
                .file("proc/device-tree/compatible", "nvidia,p3737-0000+p3701-0005\0nvidia,tegra234\0")
                .file("etc/nv_tegra_release", "# R36 (release), REVISION: 4.3, GCID: 1, BOARD: generic\n");
        Machine machine = Machine.read(directory);

        assertThat(machine.isJetsonThor()).isFalse();
        assertThat(machine.l4tRelease()).contains("36.4.3");
        assertThat(machine.jetPack()).isEmpty();
        assertThat(DefaultProfile.of(machine)).isEqualTo("embedded");
    }

    @Test
    void pc_isNoThor() {
        new FakeRoot(directory)
                .file(
                        "proc/cpuinfo",
                        "processor\t: 0\nmodel name\t: AMD EPYC\nprocessor\t: 1\nmodel name\t: AMD EPYC\n")
                .file("proc/meminfo", "MemTotal:       24684084 kB\n");
        Machine machine = Machine.read(directory);

        assertThat(machine.isJetsonThor()).isFalse();
        assertThat(machine.cpu()).contains("AMD EPYC");
        assertThat(machine.cores()).isEqualTo(2);
        assertThat(machine.asMap()).doesNotContainKeys("model", "compatible", "l4t_release", "jetpack");
        assertThat(DefaultProfile.of(machine)).isEqualTo("embedded");
    }

    @Test
    void machineWithoutAnyOfTheFiles_isReadWithWhatTheJvmKnows() {
        Machine machine = Machine.read(directory.resolve("nothing"));

        assertThat(machine.model()).isEmpty();
        assertThat(machine.memoryBytes()).isEmpty();
        assertThat(machine.cores()).isPositive();
        assertThat(machine.operatingSystem()).isEqualTo(System.getProperty("os.name"));
        assertThat(machine.asMap()).doesNotContainKey("memory_bytes");
    }

    @Test
    void oddTexts_areTakenAsAbsent() {
        new FakeRoot(directory)
                .file("proc/device-tree/model", "\0")
                .file("proc/device-tree/compatible", "\0\0")
                .file("etc/nv_tegra_release", "# Rxx (release), REVISION: ?")
                .file("proc/meminfo", "MemTotal: 99999999999999999999 kB\n")
                .file("proc/cpuinfo", ":\n::\nmodel name\t:\n");
        Machine machine = Machine.read(directory);

        assertThat(machine.model()).isEmpty();
        assertThat(machine.compatible()).isEmpty();
        assertThat(machine.l4tRelease()).isEmpty();
        assertThat(machine.memoryBytes()).isEmpty();
        assertThat(machine.cpu()).isEmpty();
    }

    @Test
    void realRoot_isNotCalledMadeUp() {
        assertThat(Machine.read(Path.of("/")).asMap()).doesNotContainKey("root").containsKey("kernel");
    }

    private Machine thor() {
        new FakeRoot(directory)
                .file("proc/device-tree/model", "NVIDIA Jetson AGX Thor Developer Kit\0")
                .file("proc/device-tree/compatible", "nvidia,p3971-0089+p3834-0008\0nvidia,tegra264\0")
                .file(
                        "etc/nv_tegra_release",
                        "# R38 (release), REVISION: 4.0, GCID: 43443517, BOARD: generic, EABI: aarch64, DATE: Wed Dec 31 00:15:19 UTC 2025\n")
                .file("etc/os-release", "NAME=\"Ubuntu\"\nPRETTY_NAME=\"Ubuntu 24.04.3 LTS\"\n")
                .file("proc/sys/kernel/osrelease", "6.8.12-tegra\n")
                .file(
                        "proc/cpuinfo",
                        "processor\t: 0\nCPU implementer\t: 0x41\nCPU part\t: 0xd83\nprocessor\t: 1\nCPU implementer\t: 0x41\n")
                .file("proc/meminfo", "MemTotal:       128790528 kB\n");
        return Machine.read(directory);
    }
}
