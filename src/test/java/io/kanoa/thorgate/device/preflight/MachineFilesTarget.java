package io.kanoa.thorgate.device.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.device.Machine;
import io.kanoa.thorgate.device.MachineFiles;
import io.kanoa.thorgate.fuzz.Scratch;
import io.kanoa.thorgate.fuzz.Seeds;
import io.kanoa.thorgate.fuzz.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** The files and programs that tell what a machine is: all of them say the same. Nothing is declared. */
public final class MachineFilesTarget implements Target {

    private static final List<String> FILES = List.of(
            "proc/cpuinfo",
            "proc/meminfo",
            "proc/device-tree/model",
            "proc/device-tree/compatible",
            "proc/sys/kernel/osrelease",
            "proc/self/limits",
            "proc/driver/nvidia/version",
            "proc/7/status",
            "proc/7/cmdline",
            "etc/nv_tegra_release",
            "etc/os-release",
            "etc/nvpmodel.conf",
            "var/lib/nvpmodel/status",
            "usr/local/cuda/version.json",
            "sys/class/devfreq/gpu-gpc-0/min_freq",
            "sys/class/devfreq/gpu-gpc-0/max_freq");

    private final Scratch scratch = new Scratch();
    private final MachineFiles files = new MachineFiles(scratch.folder());

    public MachineFilesTarget() throws IOException {
        for (String file : FILES) {
            Files.createLink(scratch.file(file), scratch.write("content", new byte[0]));
        }
    }

    @Override
    public String name() {
        return "machine-files";
    }

    @Override
    public List<byte[]> seeds() {
        return Seeds.of(
                "processor\t: 0\nmodel name\t: A\nprocessor\t: 1\nCPU implementer\t: 0x41\nCPU part\t: 0xd83\n",
                "MemTotal: 128790528 kB\nMemFree: 4000000 kB\nMemAvailable: 8000000 kB\nSwapTotal: 10 kB\nSwapFree: 3 kB\n",
                "NVIDIA Jetson AGX Thor Developer Kit\0nvidia,tegra264\0",
                "# R38 (release), REVISION: 4.0, GCID: 43443517, BOARD: generic\n",
                "PRETTY_NAME=\"Ubuntu 24.04.3 LTS\"\n",
                "< POWER_MODEL ID=0 NAME=MAXN >\n< POWER_MODEL ID=1 NAME=120W >\n",
                "pmode:0001 fmode:quiet\n",
                "NV Power Mode: MAXN\n0\n",
                "NVRM version: NVIDIA UNIX Open Kernel Module for aarch64  580.159.04  Release Build\n",
                "{\"cuda\" : {\"name\" : \"CUDA SDK\",\"version\" : \"13.0.0\"}}\n",
                "Limit   Soft Limit  Hard Limit  Units\nMax open files            1024                 524288\n",
                "Name:\tollama\nVmRSS:\t    1234 kB\n",
                "/usr/bin/python3\0-m\0vllm.entrypoints.openai.api_server\0",
                "NVIDIA H100 80GB HBM3, 580.159.04, 81559 MiB\n",
                "1575000000\n");
    }

    @Override
    public boolean accepts(byte[] input) throws IOException {
        scratch.write("content", input);
        Programs programs = (program, arguments) -> Optional.of(new String(input, StandardCharsets.UTF_8));
        assertThat(Machine.read(scratch.folder()).asMap()).isNotEmpty();
        MemoryFacts memory = MemoryFacts.read(files);
        memory.pageCache();
        memory.swapUsed();
        PowerModes.read(files, programs).commandFor("MAXN");
        GpuFacts gpus = GpuFacts.read(files, programs);
        gpus.text();
        ClockRange.read(files).forEach(ClockRange::toString);
        LimitCheck.read(files).findings();
        RunningProcess.all(files).forEach(process -> assertThat(process.end()).isNotBlank());
        return gpus.driver().isPresent();
    }
}
