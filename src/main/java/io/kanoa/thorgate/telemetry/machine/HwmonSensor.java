package io.kanoa.thorgate.telemetry.machine;

import io.kanoa.thorgate.device.Machine;
import io.kanoa.thorgate.telemetry.Detection;
import io.kanoa.thorgate.telemetry.RailPower;
import io.kanoa.thorgate.telemetry.Sensor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Power of a board's rails from its INA238 and INA3221 monitors. */
final class HwmonSensor implements Sensor {

    private final List<PowerRail> rails;

    private HwmonSensor(List<PowerRail> rails) {
        this.rails = rails;
    }

    static Detection detect(Path root) {
        List<PowerRail> rails = new HwmonRails(root, Machine.read(root).isJetsonThor()).find();
        String directory = root.resolve("sys/class/hwmon").toString();
        return rails.isEmpty()
                ? Detection.absent("no board power sensor: " + directory + " has no INA238 or INA3221")
                : Detection.of(new HwmonSensor(rails));
    }

    @Override
    public String name() {
        return "hwmon";
    }

    @Override
    public Map<String, Double> read() {
        Map<String, Double> watts = new LinkedHashMap<>();
        rails.forEach(rail -> watts.put(rail.name(), rail.watts().getAsDouble()));
        return RailPower.channels(watts);
    }
}
