package io.kanoa.thorgate.telemetry.machine;

import static io.kanoa.thorgate.telemetry.SampleChannels.THERMAL_THROTTLED_RATIO;

import io.kanoa.thorgate.telemetry.Detection;
import io.kanoa.thorgate.telemetry.SampleChannels;
import io.kanoa.thorgate.telemetry.Sensor;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Temperatures of the kernel's thermal zones, and whether the kernel throttles because of one of them. A zone whose device
 * is off refuses to be read and is absent meanwhile.
 */
final class ThermalSensor implements Sensor {

    private static final String ALERT = "-throttle-alert";
    private static final double MILLI = 1e-3;
    private static final double COLDEST = -40;

    private final Map<String, SysNumber> zones;
    private final Map<String, SysNumber> alerts;

    private ThermalSensor(Map<String, SysNumber> zones, Map<String, SysNumber> alerts) {
        this.zones = zones;
        this.alerts = alerts;
    }

    static Detection detect(Path root) {
        Path directory = root.resolve("sys/class/thermal");
        Map<String, SysNumber> zones = zones(directory);
        return zones.isEmpty()
                ? Detection.absent("no temperature sensor: " + directory + " has no zones")
                : Detection.of(new ThermalSensor(zones, alerts(directory)));
    }

    @Override
    public String name() {
        return "thermal";
    }

    @Override
    public Map<String, Double> read() {
        Readings readings = new Readings();
        zones.forEach((channel, zone) -> readings.value(channel, celsius(zone.read())));
        addAlerts(readings);
        return readings.map();
    }

    private void addAlerts(Readings readings) {
        Map<String, Double> states = new LinkedHashMap<>();
        alerts.forEach((channel, state) -> states.put(channel, active(state.read())));
        states.forEach(readings::value);
        readings.value(THERMAL_THROTTLED_RATIO, any(states.values()));
    }

    /** One active alert is enough; that none is active is known only where all could be read. */
    private static double any(Collection<Double> states) {
        return states.contains(1.0) ? 1 : states.stream().reduce(Double::sum).orElse(Double.NaN);
    }

    /** 0 or 1; NaN where the state cannot be read. */
    private static double active(long state) {
        return state == TextFile.ABSENT ? Double.NaN : state > 0 ? 1 : 0;
    }

    /** NaN also for what is colder than anything that runs: some drivers say so of a part that is off. */
    private static double celsius(long milli) {
        double degrees = milli == TextFile.ABSENT ? Double.NaN : milli * MILLI;
        return degrees < COLDEST ? Double.NaN : degrees;
    }

    private static Map<String, SysNumber> zones(Path directory) {
        Map<String, SysNumber> found = new LinkedHashMap<>();
        for (Path zone : SysFiles.list(directory, "thermal_zone*")) {
            SysFiles.text(zone.resolve("type"))
                    .ifPresent(
                            type -> found.putIfAbsent(freeChannel(type, found), new SysNumber(zone.resolve("temp"))));
        }
        return found;
    }

    /** Two zones may have the same name: the second gets a number. */
    private static String freeChannel(String type, Map<String, SysNumber> taken) {
        String channel = SampleChannels.temperatureC(type);
        for (int n = 2; taken.containsKey(channel); n++) {
            channel = SampleChannels.temperatureC(type + "_" + n);
        }
        return channel;
    }

    private static Map<String, SysNumber> alerts(Path directory) {
        Map<String, SysNumber> found = new LinkedHashMap<>();
        for (Path device : SysFiles.list(directory, "cooling_device*")) {
            SysFiles.text(device.resolve("type"))
                    .filter(type -> type.endsWith(ALERT))
                    .ifPresent(type -> found.put(
                            SampleChannels.throttleAlertRatio(type.replace(ALERT, "")),
                            new SysNumber(device.resolve("cur_state"))));
        }
        return found;
    }
}
