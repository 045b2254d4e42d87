package io.kanoa.thorgate.telemetry.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.fuzz.Scratch;
import io.kanoa.thorgate.fuzz.Seeds;
import io.kanoa.thorgate.fuzz.Target;
import io.kanoa.thorgate.telemetry.Sensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The kernel's files that sensors read: all of them have the same content. A sensor is not found, or its values are finite; {@link
 * UncheckedIOException} is declared.
 */
public final class SensorTarget implements Target {

    private static final List<String> FILES = List.of(
            "proc/meminfo",
            "proc/vmstat",
            "proc/stat",
            "proc/self/stat",
            "proc/self/smaps_rollup",
            "proc/7/stat",
            "proc/7/smaps_rollup",
            "sys/class/powercap/intel-rapl:0/max_energy_range_uj",
            "sys/class/powercap/intel-rapl:0/energy_uj",
            "sys/class/hwmon/hwmon3/power1_input",
            "sys/class/hwmon/hwmon5/in1_input",
            "sys/class/hwmon/hwmon5/curr1_input",
            "sys/class/hwmon/hwmon5/in1_label",
            "sys/class/thermal/thermal_zone0/temp",
            "sys/class/thermal/thermal_zone0/type",
            "sys/class/thermal/cooling_device0/cur_state");

    private final Scratch scratch = new Scratch();
    private final Path root = scratch.folder();

    public SensorTarget() throws IOException {
        Path content = scratch.write("content", new byte[0]);
        for (String file : FILES) {
            Files.createLink(scratch.file(file), content);
        }
        fixed("sys/class/powercap/intel-rapl:0/name", "package-0\n");
        fixed("sys/class/hwmon/hwmon3/name", "ina238\n");
        fixed("sys/class/hwmon/hwmon5/name", "ina3221\n");
        fixed("sys/class/thermal/cooling_device0/type", "gpu-throttle-alert\n");
        fixed("proc/device-tree/compatible", "nvidia,tegra264\0");
    }

    @Override
    public String name() {
        return "proc-sensors";
    }

    @Override
    public List<byte[]> seeds() {
        return Seeds.of(
                "MemTotal: 128790528 kB\nMemFree: 4000000 kB\nMemAvailable: 8000000 kB\nSwapTotal: 10 kB\nSwapFree: 3 kB\n",
                "pswpin 0\npswpout 3\npgmajfault 5\noom_kill 0\n",
                "cpu  10 2 30 400 5 6 7 8 0 0\ncpu0 1 1 1 1 1 1 1 1\n",
                "7 (a (b) c) S 1 1 1 0 -1 4194560 0 0 0 0 12 34 7 9 20 0 3 0 5678 4096 100 0\n",
                "559b63d7c000-7ffc38263000 ---p 00000000 00:00 0    [rollup]\nRss:  9999 kB\nPss:   123 kB\n",
                "87426000\n",
                "-256000\n",
                "VDD_GPU\n",
                "gpu-thermal\n");
    }

    @Override
    public boolean accepts(byte[] input) throws IOException {
        scratch.write("content", input);
        MachineSensors found = MachineSensors.available(root, () -> List.of(7L));
        found.sensors().forEach(SensorTarget::read);
        return !found.sensors().isEmpty();
    }

    private static void read(Sensor sensor) {
        try {
            assertThat(sensor.name()).isNotBlank();
            sensor.read()
                    .forEach((channel, value) -> assertThat(value).as(channel).isFinite());
            sensor.read();
        } catch (UncheckedIOException declared) {
            assertThat(declared.getMessage()).isNotBlank();
        } finally {
            sensor.close();
        }
    }

    private void fixed(String file, String text) throws IOException {
        Files.writeString(scratch.file(file), text);
    }
}
