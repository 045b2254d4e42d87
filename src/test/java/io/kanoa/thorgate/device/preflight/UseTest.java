package io.kanoa.thorgate.device.preflight;

import static io.kanoa.thorgate.device.preflight.SampleMachines.THOR;
import static io.kanoa.thorgate.device.preflight.SampleMachines.finding;
import static io.kanoa.thorgate.device.preflight.SampleMachines.memory;
import static io.kanoa.thorgate.device.preflight.SampleMachines.process;
import static io.kanoa.thorgate.device.preflight.SampleMachines.report;
import static io.kanoa.thorgate.device.preflight.SampleMachines.thor;
import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.device.FakeRoot;
import io.kanoa.thorgate.device.MachineFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in use at the moment: memory, disk, heat, processes. */
class UseTest {

    @TempDir
    Path directory;

    @Test
    void muchLessMemoryThanThePlanSays_isAStop_butNotWhatTheKernelKeeps() {
        FakeRoot half = memory(thor(directory), Map.of("MemTotal", 62_000_000L));

        assertThat(finding(report(half, THOR), "memory").level()).isEqualTo(Level.STOP);
        assertThat(finding(report(half, THOR), "memory").found()).isEqualTo("63.5 GB");
        FakeRoot lean = memory(thor(directory), Map.of("MemTotal", 122_000_000L));
        assertThat(finding(report(lean, THOR), "memory").level()).isEqualTo(Level.OK);
    }

    @Test
    void memoryHeldByOthers_isAWarning() {
        FakeRoot held = memory(thor(directory), Map.of("MemAvailable", 60_000_000L, "MemFree", 59_000_000L));

        Finding available = finding(report(held, THOR), "memory available");
        assertThat(available.level()).isEqualTo(Level.WARNING);
        assertThat(available.found()).isEqualTo("61.4 GB");
        assertThat(available.wanted()).isEqualTo("at least 65.9 GB");
    }

    @Test
    void memoryThatTheRunNeeds_isWhatMustBeAvailable() {
        FakeRoot thor = thor(directory);
        Needs most = Needs.of(directory).withMemory(126_000_000_000L);

        assertThat(finding(Preflight.run(thor.path(), THOR, most), "memory available")
                        .level())
                .isEqualTo(Level.WARNING);
        assertThat(finding(Preflight.run(thor.path(), THOR, most.withMemory(125_000_000_000L)), "memory available")
                        .level())
                .isEqualTo(Level.OK);
    }

    @Test
    void muchPageCacheOnAJetson_isAWarning_withTheCommandThatDropsIt() {
        FakeRoot cached = memory(thor(directory), Map.of("MemFree", 40_000_000L));

        Finding cache = finding(report(cached, THOR), "page cache");
        assertThat(cache.level()).isEqualTo(Level.WARNING);
        assertThat(cache.found()).isEqualTo("85.0 GB");
        assertThat(cache.mend()).isEqualTo("sync; echo 3 | sudo tee /proc/sys/vm/drop_caches");
    }

    @Test
    void swapInUse_isAWarning() {
        FakeRoot swapped = memory(thor(directory), Map.of("SwapFree", 3_000_000L));

        assertThat(finding(report(swapped, THOR), "swap used").level()).isEqualTo(Level.WARNING);
    }

    @Test
    void heat_isAWarning_atTheHottestZone() {
        FakeRoot hot = thor(directory);
        SampleMachines.zone(hot, 0, "cpu-thermal", "70001");
        assertThat(finding(report(hot, THOR), "temperature").found()).isEqualTo("70.0 C (cpu-thermal)");
        assertThat(finding(report(hot, THOR), "temperature").level()).isEqualTo(Level.WARNING);

        SampleMachines.zone(hot, 0, "cpu-thermal", "70000");
        assertThat(finding(report(hot, THOR), "temperature").level()).isEqualTo(Level.OK);
    }

    @Test
    void fewOpenFiles_areAWarning() {
        FakeRoot few = thor(directory).file("proc/self/limits", SampleMachines.limits("1024"));
        assertThat(finding(report(few, THOR), "open files").level()).isEqualTo(Level.WARNING);

        FakeRoot any = thor(directory).file("proc/self/limits", SampleMachines.limits("unlimited"));
        assertThat(finding(report(any, THOR), "open files").level()).isEqualTo(Level.OK);
    }

    @Test
    void otherEngines_areWarnings_byNameAlone() {
        FakeRoot thor = thor(directory);
        process(thor, 10, "ollama", 60_000, "/usr/local/bin/ollama", "serve");
        process(thor, 11, "python3", 900_000, "/usr/bin/python3", "-u", "/opt/venv/bin/vllm", "serve", "model");
        process(thor, 12, "python3", 900_000, "python3.12", "-m", "vllm.entrypoints.openai.api_server");
        process(thor, 13, "VLLM::EngineCor", 900_000, "VLLM::EngineCore");
        process(thor, 14, "llama-server", 900_000, "./llama-server", "-m", "a.gguf");
        process(thor, 15, "vim", 900_000, "vim", "vllm");
        process(thor, 16, "kworker/0:1", 0);

        assertThat(warnings(report(thor, THOR)))
                .containsExactly(
                        "ollama (10), 0.06 GB of memory -> sudo systemctl stop ollama",
                        "vllm (11), 0.92 GB of memory -> kill 11",
                        "vllm.entrypoints.openai.api_server (12), 0.92 GB of memory -> kill 12",
                        "VLLM::EngineCore (13), 0.92 GB of memory -> kill 13",
                        "llama-server (14), 0.92 GB of memory -> kill 14");
    }

    @Test
    void muchMemoryOrTheGpu_isInTheWayWhateverTheName() {
        FakeRoot thor = thor(directory);
        process(thor, 20, "train", 13_000_000, "/usr/bin/train");
        process(thor, 21, "Xorg", 100_000, "/usr/lib/xorg/Xorg", ":0");
        process(thor, 22, "bash", 100_000, "bash");
        PreflightReport report = Preflight.run(
                new MachineFiles(thor.path()),
                (program, arguments) -> List.of(arguments).contains("--query-compute-apps=pid")
                        ? Optional.of("21\n[N/A]\n")
                        : Optional.empty(),
                THOR,
                Needs.of(directory));

        assertThat(warnings(report))
                .containsExactly(
                        "train (20), 13.3 GB of memory -> kill 20",
                        "Xorg (21) on the GPU, 0.10 GB of memory -> kill 21");
    }

    @Test
    void manyProcessesInTheWay_areNotAllListed() {
        FakeRoot thor = thor(directory);
        for (int pid = 30; pid < 40; pid++) {
            process(thor, pid, "llama-server", 1, "llama-server");
        }

        assertThat(warnings(report(thor, THOR))).hasSize(6).last().asString().startsWith("5 more");
    }

    @Test
    void fullDisk_isAStop_andAnAlmostFullOneAWarning() {
        FakeRoot thor = thor(directory);
        Needs needs = Needs.of(directory.resolve("not/there/yet"));
        long usable =
                Long.parseLong(Preflight.run(thor.path(), THOR, needs).facts().get("disk_usable_bytes"));

        assertThat(space(thor, needs.withDisk(2 * usable))).isEqualTo(Level.STOP);
        assertThat(space(thor, needs.withDisk(usable - Math.min(5_000_000_000L, usable / 4))))
                .isEqualTo(Level.WARNING);
        assertThat(space(thor, needs.withDisk(1))).isEqualTo(Level.OK);
    }

    private static Level space(FakeRoot root, Needs needs) {
        return finding(Preflight.run(root.path(), THOR, needs), "disk space").level();
    }

    private static List<String> warnings(PreflightReport report) {
        return report.findings().stream()
                .filter(finding -> finding.subject().equals("other processes"))
                .filter(finding -> finding.level() == Level.WARNING)
                .map(finding -> finding.found() + " -> " + finding.mend())
                .toList();
    }
}
