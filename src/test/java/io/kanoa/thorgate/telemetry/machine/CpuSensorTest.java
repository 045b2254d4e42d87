package io.kanoa.thorgate.telemetry.machine;

import static io.kanoa.thorgate.telemetry.SampleChannels.CPU_RATIO;
import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.device.FakeRoot;
import io.kanoa.thorgate.telemetry.Sensor;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuSensorTest {

    @TempDir
    Path directory;

    @Test
    void busyShare_isOfTheTicksSinceTheReadingBefore() {
        Sensor sensor = sensor("cpu  100 10 40 1000 50 5 5 0 90 0");
        write("cpu  130 12 48 1045 55 6 9 5 99 0");

        assertThat(sensor.read().get(CPU_RATIO)).isEqualTo((30 + 2 + 8 + 1 + 4) / 100.0);
    }

    @Test
    void noTickPassed_isAbsent() {
        Sensor sensor = sensor("cpu  100 10 40 1000 50 5 5 0 0 0");

        assertThat(sensor.read()).isEmpty();
    }

    @Test
    void idleMachine_isATrueZero() {
        Sensor sensor = sensor("cpu  100 10 40 1000 50 5 5 0 0 0");
        write("cpu  100 10 40 1010 50 5 5 0 0 0");

        assertThat(sensor.read()).isEqualTo(Map.of(CPU_RATIO, 0.0));
    }

    @Test
    void waitThatStepsBack_keepsTheShareWithinOne() {
        Sensor sensor = sensor("cpu  100 0 0 1000 50 0 0 0 0 0");
        write("cpu  110 0 0 1000 49 0 0 0 0 0");

        assertThat(sensor.read()).isEqualTo(Map.of(CPU_RATIO, 1.0));
    }

    @Test
    void lineThatCannotBeRead_isAbsent_andSoIsTheNextReading() {
        Sensor sensor = sensor("cpu  100 10 40 1000 50 5 5 0 0 0");
        write("cpu  100 10");
        assertThat(sensor.read()).isEmpty();

        write("cpu  200 10 40 1000 50 5 5 0 0 0");
        assertThat(sensor.read()).isEmpty();

        write("cpu  250 10 40 1050 50 5 5 0 0 0");
        assertThat(sensor.read()).isEqualTo(Map.of(CPU_RATIO, 0.5));
    }

    @Test
    void machineWithoutACpuLine_isAbsentWithReason() {
        write("intr 5");

        assertThat(CpuSensor.detect(directory).absence()).startsWith("no CPU sensor: ");
        assertThat(CpuSensor.detect(directory.resolve("nowhere")).sensor()).isNull();
    }

    private Sensor sensor(String line) {
        write(line);
        return Objects.requireNonNull(CpuSensor.detect(directory).sensor());
    }

    private void write(String line) {
        new FakeRoot(directory).file("proc/stat", line + "\ncpu0 1 1 1 1 1 1 1 1 1 1\n");
    }
}
