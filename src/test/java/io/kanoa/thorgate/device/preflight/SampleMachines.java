package io.kanoa.thorgate.device.preflight;

import io.kanoa.thorgate.device.FakeRoot;
import io.kanoa.thorgate.plan.DeviceSpec;
import io.kanoa.thorgate.plan.Quantity;
import io.kanoa.thorgate.plan.Unit;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Roots like those of a Thor, an Orin and a PC; and what a plan may ask of them. */
final class SampleMachines {

    static final DeviceSpec THOR = new DeviceSpec(
            "jetson-agx-thor",
            new Quantity(128, Unit.GIGABYTES),
            new Quantity(273, Unit.GIGABYTES_PER_SECOND),
            ">= 7.0",
            "MAXN");
    static final DeviceSpec ORIN = new DeviceSpec("jetson-agx-orin", null, null, ">= 7.0", "MAXN");
    static final DeviceSpec ANY = new DeviceSpec("any machine with a JDK", null, null, null, null);

    private SampleMachines() {}

    /** A Thor as it leaves its box is one in the 120W mode with moving clocks; this one is set as the plan asks. */
    static FakeRoot thor(Path root) {
        FakeRoot files = new FakeRoot(root)
                .file("proc/device-tree/model", "NVIDIA Jetson AGX Thor Developer Kit\0")
                .file("proc/device-tree/compatible", "nvidia,p3971-0089+p3834-0008\0nvidia,tegra264\0")
                .file(
                        "etc/nv_tegra_release",
                        "# R38 (release), REVISION: 4.0, GCID: 43443517, BOARD: generic, EABI: aarch64, DATE: Wed Dec 31 00:15:19 UTC 2025\n")
                .file(
                        "etc/nvpmodel.conf",
                        "< PM_CONFIG DEFAULT=1 >\n< POWER_MODEL ID=0 NAME=MAXN >\nCPU_ONLINE CORE_0 1\n"
                                + "< POWER_MODEL ID=1 NAME=120W >\n")
                .file("var/lib/nvpmodel/status", "pmode:0000")
                .file(
                        "proc/driver/nvidia/version",
                        "NVRM version: NVIDIA UNIX Open Kernel Module for aarch64  580.00  Release Build  (builder)\nGCC version: 13\n")
                .file(
                        "usr/local/cuda/version.json",
                        "{\n  \"cuda\" : {\n    \"name\" : \"CUDA SDK\",\n    \"version\" : \"13.0.2\"\n  },\n"
                                + "  \"cuda_nvcc\" : {\"name\" : \"CUDA NVCC\", \"version\" : \"13.0.88\"}\n}\n")
                .file("proc/sys/kernel/osrelease", "6.8.12-tegra\n")
                .file("proc/cpuinfo", "processor\t: 0\nprocessor\t: 1\nCPU implementer\t: 0x41\nCPU part\t: 0xd83\n")
                .file("proc/self/limits", limits("1048576"))
                .file("sys/class/devfreq/gpu-gpc-0/min_freq", "1575000000\n")
                .file("sys/class/devfreq/gpu-gpc-0/max_freq", "1575000000\n")
                .file("sys/class/devfreq/nvdec/min_freq", "1\n")
                .file("sys/class/devfreq/nvdec/max_freq", "900\n");
        cpu(files, 0, 2601000, 2601000);
        cpu(files, 1, 2601000, 2601000);
        zone(files, 0, "cpu-thermal", "37343");
        zone(files, 1, "tj-thermal", "38875");
        zone(files, 2, "gpu-thermal", "-256000");
        return memory(files, Map.of());
    }

    static FakeRoot orin(Path root) {
        return memory(
                new FakeRoot(root)
                        .file("proc/device-tree/model", "NVIDIA Jetson AGX Orin Developer Kit\0")
                        .file("proc/device-tree/compatible", "nvidia,p3737-0000+p3701-0005\0nvidia,tegra234\0")
                        .file("etc/nv_tegra_release", "# R36 (release), REVISION: 4.3, GCID: 1, BOARD: generic\n")
                        .file("etc/nvpmodel.conf", "< POWER_MODEL ID=2 NAME=MAXN >\n< POWER_MODEL ID=3 NAME=30W >\n")
                        .file("var/lib/nvpmodel/status", "pmode:0003 fmode:quiet")
                        .file("sys/class/devfreq/17000000.gpu/min_freq", "306000000\n")
                        .file("sys/class/devfreq/17000000.gpu/max_freq", "1300500000\n"),
                Map.of("MemTotal", 64_349_000L, "MemFree", 60_000_000L, "MemAvailable", 61_000_000L));
    }

    static FakeRoot pc(Path root) {
        return memory(
                new FakeRoot(root)
                        .file("proc/cpuinfo", "processor\t: 0\nmodel name\t: AMD EPYC\n")
                        .file("sys/class/dmi/id/sys_vendor", "Maker\n")
                        .file("sys/class/dmi/id/product_name", "Tower 5\n"),
                Map.of("MemTotal", 24_684_084L, "MemFree", 1_000_000L, "MemAvailable", 20_000_000L));
    }

    /** What a Thor's kernel says of its memory, in kB, with other figures where they are given. */
    static FakeRoot memory(FakeRoot root, Map<String, Long> kib) {
        StringBuilder text = new StringBuilder();
        Map.of(
                        "MemTotal", 128_790_528L,
                        "MemFree", 118_000_000L,
                        "MemAvailable", 123_000_000L,
                        "SwapTotal", 4_194_304L,
                        "SwapFree", 4_183_040L)
                .forEach((name, value) -> text.append(name)
                        .append(":  ")
                        .append(kib.getOrDefault(name, value))
                        .append(" kB\n"));
        return root.file("proc/meminfo", text.toString());
    }

    static void cpu(FakeRoot root, int number, long lowest, long highest) {
        String directory = "sys/devices/system/cpu/cpu" + number + "/cpufreq/";
        root.file(directory + "scaling_min_freq", lowest + "\n").file(directory + "scaling_max_freq", highest + "\n");
    }

    static void zone(FakeRoot root, int number, String type, String milli) {
        String directory = "sys/class/thermal/thermal_zone" + number + "/";
        root.file(directory + "type", type + "\n").file(directory + "temp", milli + "\n");
    }

    static void process(FakeRoot root, long pid, String name, long residentKib, String... arguments) {
        root.file("proc/" + pid + "/status", "Name:\t%s\nState:\tS\nVmRSS:\t%d kB\n".formatted(name, residentKib))
                .file("proc/" + pid + "/cmdline", String.join("\0", arguments) + "\0");
    }

    static String limits(String openFiles) {
        return "Limit                     Soft Limit           Hard Limit           Units     \n"
                + "Max open files            %-20s %-20s files     \n".formatted(openFiles, openFiles);
    }

    static PreflightReport report(FakeRoot root, DeviceSpec wanted) {
        return Preflight.run(root.path(), wanted, Needs.of(root.path()));
    }

    static Finding finding(PreflightReport report, String subject) {
        return report.findings().stream()
                .filter(finding -> finding.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no finding of " + subject + " in " + report.findings()));
    }

    /** Programs of which one prints a text. */
    static Programs printing(String program, String text) {
        return (asked, arguments) -> asked.equals(program) ? Optional.of(text) : Optional.empty();
    }
}
