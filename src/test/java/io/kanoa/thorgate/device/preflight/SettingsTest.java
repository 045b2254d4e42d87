package io.kanoa.thorgate.device.preflight;

import static io.kanoa.thorgate.device.preflight.SampleMachines.ANY;
import static io.kanoa.thorgate.device.preflight.SampleMachines.ORIN;
import static io.kanoa.thorgate.device.preflight.SampleMachines.THOR;
import static io.kanoa.thorgate.device.preflight.SampleMachines.finding;
import static io.kanoa.thorgate.device.preflight.SampleMachines.orin;
import static io.kanoa.thorgate.device.preflight.SampleMachines.report;
import static io.kanoa.thorgate.device.preflight.SampleMachines.thor;
import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.device.FakeRoot;
import io.kanoa.thorgate.device.MachineFiles;
import io.kanoa.thorgate.plan.DeviceSpec;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the owner of a machine can set: power, clocks, releases. */
class SettingsTest {

    @TempDir
    Path directory;

    @Test
    void otherPowerMode_isAWarning_withTheNumberOfTheBoard() {
        assertThat(finding(report(thor(directory).file("var/lib/nvpmodel/status", "pmode:0001"), THOR), "power mode"))
                .isEqualTo(Finding.warning("power mode", "120W", "MAXN", "sudo nvpmodel -m 0"));
        assertThat(finding(report(orin(directory), ORIN), "power mode"))
                .isEqualTo(Finding.warning("power mode", "30W", "MAXN", "sudo nvpmodel -m 2"));
    }

    @Test
    void whatNvpmodelPrints_countsMoreThanWhatItKept() {
        assertThat(asked(thor(directory), "nvpmodel", "NV Fan Mode:quiet\nNV Power Mode: 120W\n1", "power mode"))
                .isEqualTo("120W");
        assertThat(asked(thor(directory), "nvpmodel", "NVPM ERROR: no permission", "power mode"))
                .isEqualTo("MAXN");
    }

    @Test
    void powerModeThatTheBoardLacks_isSaidToBeSo() {
        DeviceSpec wanted = new DeviceSpec("jetson-agx-thor", null, null, null, "SUPER");

        assertThat(finding(report(thor(directory), wanted), "power mode").mend())
                .isEqualTo("correct power-mode in the plan: this board has MAXN, 120W");
    }

    @Test
    void powerModeThatCannotBeTold_isAWarning() {
        Finding mode = finding(report(thor(directory).without("var/lib/nvpmodel/status"), THOR), "power mode");

        assertThat(mode).isEqualTo(Finding.warning("power mode", "unknown", "MAXN", "sudo nvpmodel -q"));
    }

    @Test
    void powerModeWithoutAName_isGivenByItsNumber() {
        Finding mode = finding(report(thor(directory).without("etc/nvpmodel.conf"), THOR), "power mode");

        assertThat(mode.found()).isEqualTo("number 0");
        assertThat(mode.level()).isEqualTo(Level.WARNING);
        assertThat(mode.mend()).contains("/etc/nvpmodel.conf");
    }

    @Test
    void clocksThatMove_areAWarning() {
        FakeRoot thor = thor(directory).file("sys/class/devfreq/gpu-gpc-0/min_freq", "314000000\n");

        assertThat(finding(report(thor, THOR), "clocks"))
                .isEqualTo(
                        Finding.warning("clocks", "GPU 314 to 1575 MHz, CPU 2601 MHz", "pinned", "sudo jetson_clocks"));
        assertThat(report(thor, THOR).fingerprint()).containsEntry("clocks_pinned", "no");
    }

    @Test
    void oneProcessorThatMoves_isAWarning() {
        FakeRoot thor = thor(directory);
        SampleMachines.cpu(thor, 1, 972000, 2601000);

        assertThat(finding(report(thor, THOR), "clocks").level()).isEqualTo(Level.WARNING);
    }

    @Test
    void clocksOfAJetsonThatCannotBeRead_areAWarning() {
        FakeRoot bare =
                new FakeRoot(directory).file("proc/device-tree/model", "NVIDIA Jetson AGX Thor Developer Kit\0");

        assertThat(finding(report(bare, THOR), "clocks").found()).isEqualTo("unknown");
        assertThat(finding(report(bare, THOR), "clocks").level()).isEqualTo(Level.WARNING);
        assertThat(finding(report(bare, THOR), "JetPack").level()).isEqualTo(Level.WARNING);
        assertThat(finding(report(bare, THOR), "GPU").level()).isEqualTo(Level.WARNING);
    }

    @ParameterizedTest
    @CsvSource({
        ">= 7.0, 38.2.0, OK",
        ">= 7.1, 38.2.0, STOP",
        ">= 7.1, 38.4.0, OK",
        ">= 7, 39.2, OK",
        "7.1, 38.4.0, OK",
        "7.1, 39.2.0, STOP",
        ">= 7.0, 36.4.3, STOP",
        ">= 6.0, 36.4.3, OK",
        ">= 6.2, 36.4.3, WARNING",
        "6.2, 36.4.3, WARNING",
        "= 5.1, 36.4.3, STOP",
        ">= 7.0, 38.9.0, OK",
        ">= 7.0, 44.1.0, WARNING",
        "seven, 38.4.0, WARNING",
        "> 7.0, 38.4.0, WARNING"
    })
    void jetPack_isComparedAsFarAsItIsKnown(String wanted, String l4t, Level expected) {
        String[] numbers = l4t.split("\\.", 2);
        FakeRoot thor = thor(directory)
                .file(
                        "etc/nv_tegra_release",
                        "# R%s (release), REVISION: %s, GCID: 1\n".formatted(numbers[0], numbers[1]));
        DeviceSpec spec = new DeviceSpec("jetson-agx-thor", null, null, wanted, null);

        assertThat(finding(report(thor, spec), "JetPack").level()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.159.04  Release Build  (builder@)  , 580.159.04",
        "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.104.05  Sat Aug 19 01:15:15 UTC 2023, 535.104.05",
        "NVRM version: NVIDIA UNIX Open Kernel Module for aarch64  580.00  Release Build  (b@h)  Thu, 580.00"
    })
    void kernelModule_tellsItsVersion(String line, String version) {
        FakeRoot pc = SampleMachines.pc(directory).file("proc/driver/nvidia/version", line + "\nGCC version: 15.3.0\n");

        assertThat(report(pc, SampleMachines.ANY).fingerprint()).containsEntry("driver", version);
    }

    @Test
    void powerModeAskedOfAMachineThatHasNone_isAWarning() {
        DeviceSpec wanted = new DeviceSpec("my workstation", null, null, null, "MAXN");

        assertThat(finding(report(SampleMachines.pc(directory), wanted), "power mode")
                        .level())
                .isEqualTo(Level.WARNING);
    }

    @Test
    void nvidiaSmi_namesTheGpu_andItsDriverCountsFirst() {
        FakeRoot thor = thor(directory);
        PreflightReport report = asking(thor, "nvidia-smi", "NVIDIA Thor, 595.10, [N/A]\n");

        assertThat(finding(report, "GPU").found()).isEqualTo("driver 595.10, CUDA 13.0.2, NVIDIA Thor");
        assertThat(report.fingerprint()).containsEntry("gpu", "NVIDIA Thor").containsEntry("driver", "595.10");
    }

    @Test
    void nvidiaSmiThatFails_leavesTheKernelsWord() {
        PreflightReport report = asking(thor(directory), "nvidia-smi", "NVIDIA-SMI has failed\n");

        assertThat(finding(report, "GPU").found()).isEqualTo("driver 580.00, CUDA 13.0.2");
    }

    @Test
    void gpuWithMemoryOfItsOwn_doesNotMindThePageCache_oneThatSharesItDoes() {
        FakeRoot pc = SampleMachines.pc(directory);

        assertThat(cache(pc, "NVIDIA H100 80GB HBM3, 580.95.05, 81559 MiB")).isEqualTo(Level.OK);
        assertThat(cache(pc, "NVIDIA GB10, 580.95.05, [N/A]")).isEqualTo(Level.WARNING);
    }

    @Test
    void oddTexts_areTakenAsUnknown() {
        FakeRoot odd = thor(directory)
                .file("etc/nvpmodel.conf", "< POWER_MODEL ID=99999999 NAME=X >\n< POWER_MODEL ID= NAME= >")
                .file("var/lib/nvpmodel/status", "pmode:")
                .file("proc/driver/nvidia/version", "NVRM version: none")
                .file("usr/local/cuda/version.json", "{\"cuda\": 13}")
                .file("sys/class/devfreq/gpu-gpc-0/min_freq", "-1")
                .file("proc/self/limits", "Max open files            many")
                .file("proc/meminfo", "MemTotal: 99999999999999999999 kB\nMemFree: x kB\n")
                .file("sys/class/thermal/thermal_zone0/temp", "hot")
                .file("sys/class/thermal/thermal_zone1/temp", "");
        PreflightReport report = report(odd, THOR);

        assertThat(report.findings())
                .extracting(Finding::subject)
                .doesNotContain("temperature", "memory", "memory available", "swap used", "open files");
        assertThat(finding(report, "power mode").found()).isEqualTo("unknown");
        assertThat(finding(report, "clocks").found()).isEqualTo("CPU 2601 MHz");
        assertThat(report.fingerprint()).doesNotContainKeys("driver", "power_mode");
    }

    private Level cache(FakeRoot root, String gpu) {
        return finding(asking(root, ANY, "nvidia-smi", gpu), "page cache").level();
    }

    private String asked(FakeRoot root, String program, String text, String subject) {
        return finding(asking(root, program, text), subject).found();
    }

    private PreflightReport asking(FakeRoot root, String program, String text) {
        return asking(root, THOR, program, text);
    }

    private PreflightReport asking(FakeRoot root, DeviceSpec wanted, String program, String text) {
        return Preflight.run(
                new MachineFiles(root.path()), SampleMachines.printing(program, text), wanted, Needs.of(directory));
    }
}
