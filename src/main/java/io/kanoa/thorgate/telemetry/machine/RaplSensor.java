package io.kanoa.thorgate.telemetry.machine;

import static io.kanoa.thorgate.telemetry.SampleChannels.PACKAGE_POWER_W;

import io.kanoa.thorgate.telemetry.Detection;
import io.kanoa.thorgate.telemetry.Sensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Power of all CPU packages, from the energy counters under {@code /sys/class/powercap}: energy since the reading before
 * by the time since then. AMD processors show their counters under the same name as Intel's. The first reading gives
 * nothing.
 */
final class RaplSensor implements Sensor {

    private static final double MICRO = 1e-6;

    private final List<RaplZone> packages;
    private final LongSupplier nanoTime;
    private long beforeNanos;
    private boolean begun;

    private RaplSensor(List<RaplZone> packages, LongSupplier nanoTime) {
        this.packages = packages;
        this.nanoTime = nanoTime;
    }

    static Detection detect(Path root, LongSupplier nanoTime) {
        Path directory = root.resolve("sys/class/powercap");
        try {
            List<RaplZone> packages = packages(directory);
            return packages.isEmpty()
                    ? Detection.absent("no CPU power sensor: " + directory + " has no package zone")
                    : Detection.of(new RaplSensor(packages, nanoTime));
        } catch (IOException e) {
            return Detection.absent(
                    "no CPU power sensor: " + directory + " has no readable package zone (" + e.getMessage() + ")");
        }
    }

    @Override
    public String name() {
        return "rapl";
    }

    @Override
    public Map<String, Double> read() {
        long now = nanoTime.getAsLong();
        double microjoules = packages.stream().mapToDouble(RaplSensor::advance).sum();
        double seconds = (now - beforeNanos) / 1e9;
        boolean hasBefore = begun;
        beforeNanos = now;
        begun = true;
        return hasBefore
                ? new Readings()
                        .value(PACKAGE_POWER_W, microjoules * MICRO / seconds)
                        .map()
                : Map.of();
    }

    private static double advance(RaplZone zone) {
        try {
            return zone.advance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The zones within a package, and the second view of it ({@code intel-rapl-mmio}), would count twice. */
    private static List<RaplZone> packages(Path directory) throws IOException {
        List<RaplZone> zones = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "intel-rapl:*")) {
                for (Path entry : entries) {
                    if (isPackage(entry)) {
                        zones.add(RaplZone.of(entry));
                    }
                }
            }
        }
        return zones;
    }

    private static boolean isPackage(Path zone) throws IOException {
        return Files.readString(zone.resolve("name")).startsWith("package-");
    }
}
