package io.kanoa.thorgate.telemetry;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets each channel come from one sensor only: the first that ever gave it. Two sensors that measure the same in their
 * own way would else be mixed, and one that stops would be replaced without anybody noticing.
 */
public final class OneSource {

    private final Map<String, String> owners = new HashMap<>();

    private OneSource() {}

    /** The same sensors, each without the channels that another one gave before. They are read by one thread. */
    public static List<Sensor> among(List<Sensor> sensors) {
        OneSource source = new OneSource();
        return sensors.stream().<Sensor>map(source::guard).toList();
    }

    private Guarded guard(Sensor sensor) {
        return new Guarded(sensor, owners);
    }

    private record Guarded(Sensor sensor, Map<String, String> owners) implements Sensor {

        @Override
        public String name() {
            return sensor.name();
        }

        @Override
        public Map<String, Double> read() {
            Map<String, Double> own = new HashMap<>(sensor.read());
            own.keySet().removeIf(channel -> !isOwn(channel));
            return own;
        }

        @Override
        public Duration rest() {
            return sensor.rest();
        }

        @Override
        public void close() {
            sensor.close();
        }

        private boolean isOwn(String channel) {
            return owners.computeIfAbsent(channel, c -> name()).equals(name());
        }
    }
}
