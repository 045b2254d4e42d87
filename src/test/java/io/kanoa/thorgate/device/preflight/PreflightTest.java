package io.kanoa.thorgate.device.preflight;

import static io.kanoa.thorgate.device.preflight.SampleMachines.ANY;
import static io.kanoa.thorgate.device.preflight.SampleMachines.ORIN;
import static io.kanoa.thorgate.device.preflight.SampleMachines.THOR;
import static io.kanoa.thorgate.device.preflight.SampleMachines.finding;
import static io.kanoa.thorgate.device.preflight.SampleMachines.orin;
import static io.kanoa.thorgate.device.preflight.SampleMachines.pc;
import static io.kanoa.thorgate.device.preflight.SampleMachines.report;
import static io.kanoa.thorgate.device.preflight.SampleMachines.thor;
import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.device.FakeRoot;
import io.kanoa.thorgate.plan.DeviceSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

    @TempDir
    Path directory;

    @Test
    void thorAsThePlanAsks_isAllOk() {
        PreflightReport report = report(thor(directory), THOR);

        assertThat(report.findings()).allMatch(finding -> finding.level() == Level.OK, "ok");
        assertThat(report.findings())
                .extracting(Finding::subject)
                .containsExactly(
                        "machine",
                        "JetPack",
                        "GPU",
                        "power mode",
                        "clocks",
                        "temperature",
                        "memory",
                        "memory available",
                        "page cache",
                        "swap used",
                        "other processes",
                        "open files",
                        "disk space",
                        "disk read rate");
        assertThat(finding(report, "JetPack").found()).isEqualTo("7.1 (L4T 38.4.0)");
        assertThat(finding(report, "GPU").found()).isEqualTo("driver 580.00, CUDA 13.0.2");
        assertThat(finding(report, "clocks").found()).isEqualTo("GPU 1575 MHz, CPU 2601 MHz");
        assertThat(finding(report, "temperature").found()).isEqualTo("38.9 C (tj-thermal)");
    }

    @Test
    void fingerprint_hasWhatStays_andFactsWhatChanges() {
        PreflightReport report = report(thor(directory), THOR);

        assertThat(report.fingerprint())
                .containsEntry("device", "NVIDIA Jetson AGX Thor Developer Kit")
                .containsEntry("cpu_count", "2")
                .containsEntry("memory_total_gib", "123")
                .containsEntry("kernel", "6.8.12-tegra")
                .containsEntry("l4t_release", "38.4.0")
                .containsEntry("jetpack", "7.1")
                .containsEntry("driver", "580.00")
                .containsEntry("cuda", "13.0.2")
                .containsEntry("power_mode", "MAXN")
                .containsEntry("clocks_pinned", "yes")
                .containsEntry("made_up_root", directory.toString())
                .doesNotContainKey("gpu");
        assertThat(report.facts())
                .containsEntry("memory_free_bytes", "120832000000")
                .containsEntry("swap_used_bytes", "11534336")
                .containsEntry("temperature_max_c", "38.875")
                .containsKey("disk_usable_bytes");
    }

    @Test
    void fingerprint_staysTheSameWhileTheMachineIsUsed() {
        Map<String, String> before = report(thor(directory), THOR).fingerprint();
        FakeRoot busy = SampleMachines.memory(
                thor(directory), Map.of("MemFree", 1_000_000L, "MemAvailable", 9_000_000L, "MemTotal", 128_700_000L));
        SampleMachines.zone(busy, 0, "cpu-thermal", "91000");

        assertThat(report(busy, THOR).fingerprint()).isEqualTo(before);
    }

    @Test
    void pcForAThorsPlan_isAStop_andOnlyOne() {
        PreflightReport report = report(pc(directory), new DeviceSpec("jetson-agx-thor", null, null, ">= 7.0", "MAXN"));

        assertThat(report.stops()).isTrue();
        assertThat(report.of(Level.STOP)).singleElement().satisfies(stop -> {
            assertThat(stop.subject()).isEqualTo("machine");
            assertThat(stop.found()).isEqualTo("Maker Tower 5");
            assertThat(stop.wanted()).isEqualTo("jetson-agx-thor");
            assertThat(stop.mend()).contains("-Dgate.profile=embedded").contains("-Dgate.device=jetson-agx-thor");
        });
    }

    @Test
    void pcForAPlanOfAnyMachine_isOk_andNotJudgedAsAJetson() {
        PreflightReport report = report(pc(directory), ANY);

        assertThat(report.findings()).allMatch(finding -> finding.level() == Level.OK, "ok");
        assertThat(report.findings()).extracting(Finding::subject).doesNotContain("JetPack", "power mode", "clocks");
        assertThat(report.fingerprint())
                .containsEntry("device", "Maker Tower 5")
                .doesNotContainKeys("power_mode", "clocks_pinned", "driver");
    }

    @Test
    void orin_isNoThor_butAnOrin() {
        FakeRoot orin = orin(directory);

        assertThat(finding(report(orin, THOR), "machine").level()).isEqualTo(Level.STOP);
        assertThat(finding(report(orin, ORIN), "machine").level()).isEqualTo(Level.OK);
    }

    @Test
    void jetPackOfAnOlderFamily_isAStop() {
        Finding jetPack = finding(report(orin(directory), ORIN), "JetPack");

        assertThat(jetPack)
                .isEqualTo(Finding.stop(
                        "JetPack", "6.x (L4T 36.4.3)", ">= 7.0", "flash it with NVIDIA SDK Manager: sdkmanager"));
    }

    @Test
    void boardOfAnotherMakerWithTheThorsChip_isTakenForOne() {
        FakeRoot board = thor(directory).file("proc/device-tree/model", "Maker Board\0");

        assertThat(finding(report(board, THOR), "machine").level()).isEqualTo(Level.OK);
    }

    @Test
    void machineWithoutAnyFiles_isDescribedAsUnknown_andFailsNothing() {
        FakeRoot nothing = new FakeRoot(directory);

        assertThat(finding(report(nothing, ANY), "machine").found()).contains("does not say what it is");
        assertThat(report(nothing, ANY).stops()).isFalse();
        assertThat(report(nothing, ANY).facts()).containsOnlyKeys("disk_usable_bytes");
    }

    @Test
    void describedDevice_looksAtNothing_andIsLikeNoRealMachine() {
        PreflightReport report = Preflight.described(THOR);

        assertThat(report.stops()).isFalse();
        assertThat(report.fingerprint()).containsExactly(Map.entry("described_device", "jetson-agx-thor"));
        assertThat(report.facts()).isEmpty();
        assertThat(finding(report, "machine").found()).contains("as the plan describes it");
    }

    @Test
    void findingsOfOthers_count() {
        Finding missing = Finding.stop("model olmo", "not there", "a GGUF", "fetch it");
        PreflightReport report =
                report(thor(directory), THOR).with(List.of(missing)).withFingerprint(Map.of("engine ollama", "0.13"));

        assertThat(report.stops()).isTrue();
        assertThat(report.of(Level.STOP)).containsExactly(missing);
        assertThat(report.fingerprint()).containsEntry("engine ollama", "0.13").containsEntry("jetpack", "7.1");
    }

    @Test
    void thisMachine_isLookedAtWithoutDelay() {
        long start = System.nanoTime();
        PreflightReport report = Preflight.run(Path.of("/"), ANY, Needs.of(directory));
        Duration taken = Duration.ofNanos(System.nanoTime() - start);

        assertThat(report.stops()).isFalse();
        assertThat(report.fingerprint())
                .containsKeys("device", "kernel", "cpu_count")
                .doesNotContainKey("made_up_root");
        assertThat(taken).isLessThan(Duration.ofSeconds(10));
    }
}
