package io.kanoa.thorgate.telemetry.machine;

import static io.kanoa.thorgate.telemetry.SampleChannels.MEMORY_AVAILABLE_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.MEMORY_FREE_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.MEMORY_TOTAL_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.SWAP_USED_BYTES;

import io.kanoa.thorgate.telemetry.Detection;
import io.kanoa.thorgate.telemetry.Sensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** Memory and swap of the machine from {@code /proc/meminfo}, whose kB are 1024 bytes. */
final class MeminfoSensor implements Sensor {

    private static final double KIB = 1024;

    private final KernelTable table =
            new KernelTable("MemTotal:", "MemAvailable:", "MemFree:", "SwapTotal:", "SwapFree:");
    private final Path file;

    private MeminfoSensor(Path file) {
        this.file = file;
    }

    static Detection detect(Path root) {
        Path file = root.resolve("proc/meminfo");
        return Detection.ofReading(new MeminfoSensor(file), "no memory sensor: " + file + " gives no figures");
    }

    @Override
    public String name() {
        return "meminfo";
    }

    @Override
    public Map<String, Double> read() {
        try {
            table.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Readings()
                .scaled(MEMORY_TOTAL_BYTES, table.value(0), KIB)
                .scaled(MEMORY_AVAILABLE_BYTES, table.value(1), KIB)
                .scaled(MEMORY_FREE_BYTES, table.value(2), KIB)
                .scaled(SWAP_USED_BYTES, swapUsed(table.value(3), table.value(4)), KIB)
                .map();
    }

    private static long swapUsed(long total, long free) {
        return total < 0 || free < 0 || free > total ? TextFile.ABSENT : total - free;
    }
}
