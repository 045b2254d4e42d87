package io.kanoa.thorgate.telemetry.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.telemetry.Sensor;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpacedSensorTest {

    private final FakeClock clock = new FakeClock();
    private final Counting counting = new Counting();
    private final Sensor spaced = new SpacedSensor(counting, Duration.ofMillis(500), clock);

    @Test
    void readings_comeAtOnceAndThenAfterEachRest_andNothingInBetween() {
        assertThat(spaced.read()).isEqualTo(Map.of("n", 1.0));
        clock.passMillis(499);
        assertThat(spaced.read()).isEmpty();
        clock.passMillis(1);
        assertThat(spaced.read()).isEqualTo(Map.of("n", 2.0));
    }

    @Test
    void rest_isTold_soThatCoverageCountsIt() {
        assertThat(spaced.rest()).isEqualTo(Duration.ofMillis(500));
        assertThat(spaced.name()).isEqualTo("counting");
    }

    @Test
    void close_reachesTheSensor() {
        spaced.close();

        assertThat(counting.isClosed).isTrue();
    }

    private static final class Counting implements Sensor {
        private double readings;
        private boolean isClosed;

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public Map<String, Double> read() {
            return Map.of("n", ++readings);
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }
}
