package io.kanoa.thorgate.telemetry.machine;

import static io.kanoa.thorgate.telemetry.SampleChannels.PACKAGE_POWER_W;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.device.FakeRoot;
import io.kanoa.thorgate.telemetry.Detection;
import io.kanoa.thorgate.telemetry.Sensor;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaplSensorTest {

    @TempDir
    Path directory;

    private final FakeClock time = new FakeClock();

    @Test
    void power_isTheEnergyOfAllPackagesSinceTheReadingBefore() {
        zone("intel-rapl:0", "package-0", 1_000_000);
        zone("intel-rapl:1", "package-1", 5_000_000);
        Sensor sensor = sensor();
        assertThat(sensor.read()).isEmpty();

        zone("intel-rapl:0", "package-0", 5_000_000);
        zone("intel-rapl:1", "package-1", 6_500_000);
        time.passMillis(100);

        assertThat(sensor.read().get(PACKAGE_POWER_W)).isCloseTo(55.0, within(1e-9));
    }

    @Test
    void counterThatStartsAgain_isContinued() {
        zone("intel-rapl:0", "package-0", 262_143_000_000L);
        Sensor sensor = sensor();
        sensor.read();
        zone("intel-rapl:0", "package-0", 1_671_150);
        time.passMillis(100);

        assertThat(sensor.read().get(PACKAGE_POWER_W)).isCloseTo(20.0, within(1e-9));
    }

    @Test
    void zonesThatArePartOfAPackage_orShowItAgain_areNotAdded() {
        zone("intel-rapl:0", "package-0", 0);
        zone("intel-rapl:0:0", "core", 0);
        zone("intel-rapl:1", "psys", 0);
        zone("intel-rapl-mmio:0", "package-0", 0);
        Sensor sensor = sensor();
        sensor.read();
        zone("intel-rapl:0", "package-0", 1_000_000);
        zone("intel-rapl:0:0", "core", 500_000);
        zone("intel-rapl:1", "psys", 3_000_000);
        zone("intel-rapl-mmio:0", "package-0", 1_000_000);
        time.passMillis(1000);

        assertThat(sensor.read().get(PACKAGE_POWER_W)).isCloseTo(1.0, within(1e-9));
    }

    @Test
    void counterThatTurnsUnreadable_isAnErrorNotAZero() {
        zone("intel-rapl:0", "package-0", 0);
        Sensor sensor = sensor();
        new FakeRoot(directory).file("sys/class/powercap/intel-rapl:0/energy_uj", "");

        assertThatThrownBy(sensor::read).hasMessageContaining("energy_uj");
    }

    @Test
    void machineWithoutZones_orWithUnreadableOnes_isAbsentWithReason() {
        assertThat(RaplSensor.detect(directory, time).absence())
                .startsWith("no CPU power sensor: ")
                .endsWith("has no package zone");

        zone("intel-rapl:0", "package-0", 0);
        new FakeRoot(directory).without("sys/class/powercap/intel-rapl:0/energy_uj");
        Detection detection = RaplSensor.detect(directory, time);
        assertThat(detection.sensor()).isNull();
        assertThat(detection.absence()).contains("no readable package zone").contains("energy_uj");
    }

    private Sensor sensor() {
        return Objects.requireNonNull(RaplSensor.detect(directory, time).sensor());
    }

    private void zone(String directoryName, String name, long microjoules) {
        String zone = "sys/class/powercap/" + directoryName + "/";
        new FakeRoot(directory)
                .file(zone + "name", name + "\n")
                .file(zone + "max_energy_range_uj", "262143328850\n")
                .file(zone + "energy_uj", microjoules + "\n");
    }
}
