package io.kanoa.thorgate.device;

import java.nio.file.Path;

/** Whole machines made up of the files that they are known by and that their sensors read. */
public final class FakeMachines {

    private static final String HWMON = "sys/class/hwmon/";
    private static final String THERMAL = "sys/class/thermal/";

    private FakeMachines() {}

    /** A Jetson AGX Thor under load, with the power of its board input and of three rails. */
    public static FakeRoot thor(Path directory) {
        FakeRoot root = new FakeRoot(directory)
                .file("proc/device-tree/model", "NVIDIA Jetson AGX Thor Developer Kit\0")
                .file("proc/device-tree/compatible", "nvidia,p3971-0089+p3834-0008\0nvidia,tegra264\0")
                .file("etc/nv_tegra_release", "# R38 (release), REVISION: 4.0, GCID: 43443517, BOARD: generic\n")
                .file(HWMON + "hwmon3/name", "ina238\n")
                .file(HWMON + "hwmon3/power1_input", "87426000\n");
        rails(root, "VDD_GPU", "VDD_CPU_SOC_MSS", "VIN_SYS_5V0");
        return board(memory(root, 128_790_528), "1");
    }

    /** A Jetson AGX Orin, which does not measure its input. */
    public static FakeRoot orin(Path directory) {
        FakeRoot root = new FakeRoot(directory)
                .file("proc/device-tree/model", "NVIDIA Jetson AGX Orin Developer Kit\0")
                .file("proc/device-tree/compatible", "nvidia,p3737-0000+p3701-0005\0nvidia,tegra234\0")
                .file("etc/nv_tegra_release", "# R36 (release), REVISION: 4.3, GCID: 1, BOARD: generic\n");
        rails(root, "VDD_GPU_SOC", "VDD_CPU_CV", "VIN_SYS_5V0");
        return board(memory(root, 64_348_160), "0");
    }

    /** A PC whose processor counts its energy. */
    public static FakeRoot pc(Path directory) {
        FakeRoot root = new FakeRoot(directory)
                .file("proc/stat", "cpu  1 1 1 1 1 1 1 1 1 1\n")
                .file("sys/class/powercap/intel-rapl:0/name", "package-0\n")
                .file("sys/class/powercap/intel-rapl:0/max_energy_range_uj", "262143328850\n")
                .file("sys/class/powercap/intel-rapl:0/energy_uj", "1000000\n");
        return memory(root, 16_000_000);
    }

    private static FakeRoot memory(FakeRoot root, long totalKib) {
        return root.file(
                        "proc/meminfo",
                        "MemTotal: %d kB\nMemFree: 4000000 kB\nMemAvailable: 8000000 kB\nSwapTotal: 0 kB\nSwapFree: 0 kB\n"
                                .formatted(totalKib))
                .file("proc/vmstat", "pswpin 0\npswpout 0\npgmajfault 5\noom_kill 0\n");
    }

    /** 20 V x 500 mA, 1 A and 1.5 A: 10, 20 and 30 W. */
    private static void rails(FakeRoot root, String... labels) {
        root.file(HWMON + "hwmon5/name", "ina3221\n");
        for (int n = 1; n <= labels.length; n++) {
            root.file(HWMON + "hwmon5/in" + n + "_label", labels[n - 1] + "\n")
                    .file(HWMON + "hwmon5/in" + n + "_input", "20000\n")
                    .file(HWMON + "hwmon5/curr" + n + "_input", 500 * n + "\n");
        }
    }

    private static FakeRoot board(FakeRoot root, String gpuAlert) {
        return root.file(THERMAL + "thermal_zone0/type", "gpu-thermal\n")
                .file(THERMAL + "thermal_zone0/temp", "71500\n")
                .file(THERMAL + "cooling_device0/type", "gpu-throttle-alert\n")
                .file(THERMAL + "cooling_device0/cur_state", gpuAlert + "\n");
    }
}
