package io.kanoa.thorgate.telemetry.machine;

import static io.kanoa.thorgate.telemetry.SampleChannels.CPU_RATIO;

import io.kanoa.thorgate.telemetry.Detection;
import io.kanoa.thorgate.telemetry.Sensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Busy share of all cores since the reading before, from the first line of {@code /proc/stat}. Idle, waiting for a disk
 * and stolen by the host are not busy. The first reading has nothing to compare with and gives nothing.
 */
final class CpuSensor implements Sensor {

    private static final byte[] ALL_CORES = TextFile.ascii("cpu ");

    private final TextFile text = new TextFile();
    private final Path file;
    private @Nullable CpuTimes before;

    private CpuSensor(Path file) {
        this.file = file;
    }

    static Detection detect(Path root) {
        Path file = root.resolve("proc/stat");
        CpuSensor sensor = new CpuSensor(file);
        sensor.readQuietly();
        return sensor.before == null
                ? Detection.absent("no CPU sensor: " + file + " has no cpu line")
                : Detection.of(sensor);
    }

    @Override
    public String name() {
        return "cpu";
    }

    @Override
    public Map<String, Double> read() {
        CpuTimes then = before;
        before = times();
        return then == null || before == null
                ? Map.of()
                : new Readings().value(CPU_RATIO, before.busyShareSince(then)).map();
    }

    private void readQuietly() {
        try {
            before = times();
        } catch (UncheckedIOException e) {
            before = null;
        }
    }

    private @Nullable CpuTimes times() {
        try {
            text.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.nextLine() && text.take(ALL_CORES) ? CpuTimes.read(text) : null;
    }
}
