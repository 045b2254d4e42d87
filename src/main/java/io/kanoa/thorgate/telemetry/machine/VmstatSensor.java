package io.kanoa.thorgate.telemetry.machine;

import static io.kanoa.thorgate.telemetry.SampleChannels.MAJOR_FAULTS_COUNT;
import static io.kanoa.thorgate.telemetry.SampleChannels.OOM_KILLS_COUNT;
import static io.kanoa.thorgate.telemetry.SampleChannels.SWAPPED_IN_PAGES;
import static io.kanoa.thorgate.telemetry.SampleChannels.SWAPPED_OUT_PAGES;

import io.kanoa.thorgate.telemetry.Detection;
import io.kanoa.thorgate.telemetry.Sensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** Signs of too little memory, counted since boot in {@code /proc/vmstat}. */
final class VmstatSensor implements Sensor {

    private final KernelTable table = new KernelTable("pswpin ", "pswpout ", "pgmajfault ", "oom_kill ");
    private final Path file;

    private VmstatSensor(Path file) {
        this.file = file;
    }

    static Detection detect(Path root) {
        Path file = root.resolve("proc/vmstat");
        return Detection.ofReading(new VmstatSensor(file), "no sensor of swapping: " + file + " gives no figures");
    }

    @Override
    public String name() {
        return "vmstat";
    }

    @Override
    public Map<String, Double> read() {
        try {
            table.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Readings()
                .scaled(SWAPPED_IN_PAGES, table.value(0), 1)
                .scaled(SWAPPED_OUT_PAGES, table.value(1), 1)
                .scaled(MAJOR_FAULTS_COUNT, table.value(2), 1)
                .scaled(OOM_KILLS_COUNT, table.value(3), 1)
                .map();
    }
}
