package io.kanoa.thorgate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OneSourceTest {

    private final Scripted first = new Scripted("first");
    private final Scripted second = new Scripted("second");
    private final List<Sensor> sensors = OneSource.among(List.of(first, second));

    @Test
    void channelThatTwoSensorsGive_comesFromTheFirstOnly() {
        first.values.put("power", 1.0);
        second.values.putAll(Map.of("power", 2.0, "heat", 3.0));

        assertThat(sensors.get(0).read()).isEqualTo(Map.of("power", 1.0));
        assertThat(sensors.get(1).read()).isEqualTo(Map.of("heat", 3.0));
    }

    @Test
    void sensorThatStops_isNotReplaced() {
        first.values.put("power", 1.0);
        second.values.put("power", 2.0);
        sensors.forEach(Sensor::read);
        first.values.clear();

        assertThat(sensors.get(0).read()).isEmpty();
        assertThat(sensors.get(1).read()).isEmpty();
    }

    @Test
    void closingAndNames_reachTheSensors() {
        sensors.forEach(Sensor::close);

        assertThat(sensors).extracting(Sensor::name).containsExactly("first", "second");
        assertThat(first.isClosed).isTrue();
    }

    private static final class Scripted implements Sensor {

        final Map<String, Double> values = new HashMap<>();
        boolean isClosed;
        private final String name;

        Scripted(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Map<String, Double> read() {
            return values;
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }
}
