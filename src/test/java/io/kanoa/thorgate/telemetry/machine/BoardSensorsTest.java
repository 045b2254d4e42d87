package io.kanoa.thorgate.telemetry.machine;

import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_POWER_W;
import static io.kanoa.thorgate.telemetry.SampleChannels.RAILS_POWER_W;
import static io.kanoa.thorgate.telemetry.SampleChannels.THERMAL_THROTTLED_RATIO;
import static io.kanoa.thorgate.telemetry.SampleChannels.VIN_POWER_W;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.device.FakeRoot;
import io.kanoa.thorgate.telemetry.Sensor;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Power rails, temperatures, throttling and swapping of a made-up Thor. */
class BoardSensorsTest {

    private static final String HWMON = "sys/class/hwmon/";
    private static final String THERMAL = "sys/class/thermal/";

    @TempDir
    Path directory;

    private FakeRoot root = new FakeRoot(Path.of("unset"));

    @BeforeEach
    void begin() {
        root = new FakeRoot(directory);
    }

    @Test
    void rails_areFoundByNameAndLabel() {
        thor();
        root.file(HWMON + "hwmon0/name", "nvme\n");
        ina238("hwmon3", "87426000");
        ina3221Channel(1, "VDD_GPU", "12000", "2500");
        ina3221Channel(2, "VDD_CPU_SOC_MSS", "12000", "1000");
        ina3221Channel(3, "NC", "12000", "9999");
        root.file(HWMON + "hwmon7/in7_label", "sum of shunt voltages\n");

        Map<String, Double> watts = hwmon().read();

        assertThat(watts)
                .containsOnlyKeys(
                        VIN_POWER_W,
                        "rail_vdd_gpu_power_w",
                        "rail_vdd_cpu_soc_mss_power_w",
                        GPU_POWER_W,
                        RAILS_POWER_W);
        assertThat(watts.get(VIN_POWER_W)).isCloseTo(87.426, within(1e-9));
        assertThat(watts.get(GPU_POWER_W)).isCloseTo(30.0, within(1e-9));
        assertThat(watts.get(RAILS_POWER_W)).isCloseTo(42.0, within(1e-9));
    }

    @Test
    void railThatCannotBeReadNow_isAbsent_andSoIsTheSum() {
        thor();
        ina238("hwmon3", "1000000");
        ina3221Channel(1, "VDD_GPU", "12000", "2500");
        ina3221Channel(2, "VDD_CPU_SOC_MSS", "12000", "1000");
        Sensor sensor = hwmon();
        root.without(HWMON + "hwmon7/curr1_input");

        assertThat(sensor.read()).containsOnlyKeys(VIN_POWER_W, "rail_vdd_cpu_soc_mss_power_w");
    }

    @Test
    void unlabelledMonitor_isTheBoardInputOnlyOnAThor_andOnlyWhereItIsTheOnlyOne() {
        ina238("hwmon3", "1000000");
        assertThat(HwmonSensor.detect(directory).absence()).startsWith("no board power sensor: ");

        thor();
        assertThat(hwmon().read()).containsOnlyKeys(VIN_POWER_W);

        ina238("hwmon4", "2000000");
        assertThat(HwmonSensor.detect(directory).sensor()).isNull();
    }

    @Test
    void labelledMonitor_hasTheNameOfItsLabel() {
        ina238("hwmon3", "2000000");
        root.file(HWMON + "hwmon3/label", "VIN\n");
        ina238("hwmon4", "1000000");
        root.file(HWMON + "hwmon4/power1_label", "VDD_M2\n");

        assertThat(hwmon().read()).containsEntry(VIN_POWER_W, 2.0).containsEntry("rail_vdd_m2_power_w", 1.0);
    }

    @Test
    void temperatures_areInCelsius_byZone() {
        zone(0, "cpu-thermal", "60406");
        zone(1, "tj-thermal", "-1500");
        zone(2, "acpitz", "27800");
        zone(3, "acpitz", "29800");

        assertThat(thermal().read())
                .isEqualTo(Map.of(
                        "temperature_cpu_c", 60.406,
                        "temperature_tj_c", -1.5,
                        "temperature_acpitz_c", 27.8,
                        "temperature_acpitz_2_c", 29.8));
    }

    @Test
    void zoneThatRefusesOrIsOff_isAbsent_andTheOthersAreNot() {
        zone(0, "cpu-thermal", "60000");
        zone(1, "gpu-thermal", "");
        zone(2, "cv-thermal", "-256000");

        assertThat(thermal().read()).containsOnlyKeys("temperature_cpu_c");
    }

    @Test
    void throttleAlert_isSeen_amongOtherCoolingDevices() {
        zone(0, "cpu-thermal", "60000");
        coolingDevice(0, "pwm-fan", "3");
        coolingDevice(1, "cpu-throttle-alert", "0");
        coolingDevice(2, "gpu-throttle-alert", "0");
        Sensor sensor = thermal();
        assertThat(sensor.read()).containsEntry(THERMAL_THROTTLED_RATIO, 0.0).hasSize(4);

        coolingDevice(2, "gpu-throttle-alert", "1");
        assertThat(sensor.read())
                .containsEntry(THERMAL_THROTTLED_RATIO, 1.0)
                .containsEntry("throttle_alert_gpu_ratio", 1.0)
                .containsEntry("throttle_alert_cpu_ratio", 0.0);
    }

    @Test
    void throttling_isUnknown_whereAnAlertCannotBeRead_orThereIsNone() {
        zone(0, "cpu-thermal", "60000");
        assertThat(thermal().read()).doesNotContainKey(THERMAL_THROTTLED_RATIO);

        coolingDevice(1, "cpu-throttle-alert", "");
        coolingDevice(2, "gpu-throttle-alert", "0");
        assertThat(thermal().read())
                .doesNotContainKeys(THERMAL_THROTTLED_RATIO, "throttle_alert_cpu_ratio")
                .containsEntry("throttle_alert_gpu_ratio", 0.0);

        coolingDevice(2, "gpu-throttle-alert", "1");
        assertThat(thermal().read()).containsEntry(THERMAL_THROTTLED_RATIO, 1.0);
    }

    @Test
    void signsOfTooLittleMemory_areCounted() {
        root.file("proc/vmstat", "nr_free_pages 5\npswpin 7\npswpout 8\npgmajfault 9\npgmajfault_a 3\noom_kill 1\n");
        Sensor sensor =
                Objects.requireNonNull(KernelFileSensor.vmstat(directory).sensor());

        assertThat(sensor.read())
                .isEqualTo(Map.of(
                        "swapped_in_pages",
                        7.0,
                        "swapped_out_pages",
                        8.0,
                        "major_faults_count",
                        9.0,
                        "oom_kills_count",
                        1.0));
        assertThat(KernelFileSensor.vmstat(directory.resolve("none")).absence()).startsWith("no sensor of swapping: ");
    }

    private Sensor hwmon() {
        return Objects.requireNonNull(HwmonSensor.detect(directory).sensor());
    }

    private Sensor thermal() {
        return Objects.requireNonNull(ThermalSensor.detect(directory).sensor());
    }

    private void thor() {
        root.file("proc/device-tree/compatible", "nvidia,p3971\0nvidia,tegra264\0");
    }

    private void ina238(String device, String microwatts) {
        root.file(HWMON + device + "/name", "ina238\n").file(HWMON + device + "/power1_input", microwatts + "\n");
    }

    private void ina3221Channel(int n, String label, String millivolts, String milliamperes) {
        root.file(HWMON + "hwmon7/name", "ina3221\n")
                .file(HWMON + "hwmon7/in" + n + "_label", label + "\n")
                .file(HWMON + "hwmon7/in" + n + "_input", millivolts + "\n")
                .file(HWMON + "hwmon7/curr" + n + "_input", milliamperes + "\n");
    }

    private void zone(int n, String type, String milliCelsius) {
        root.file(THERMAL + "thermal_zone" + n + "/type", type + "\n")
                .file(THERMAL + "thermal_zone" + n + "/temp", milliCelsius + "\n");
    }

    private void coolingDevice(int n, String type, String state) {
        root.file(THERMAL + "cooling_device" + n + "/type", type + "\n")
                .file(THERMAL + "cooling_device" + n + "/cur_state", state + "\n");
    }
}
