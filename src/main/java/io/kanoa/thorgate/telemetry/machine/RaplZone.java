package io.kanoa.thorgate.telemetry.machine;

import java.io.IOException;
import java.nio.file.Path;

/** One energy counter that starts again from 0 beyond its range. Energy in microjoules. */
final class RaplZone {

    private final TextFile text = new TextFile(64);
    private final Path counter;
    private final long range;
    private long before;

    private RaplZone(Path counter, long range) {
        this.counter = counter;
        this.range = range;
    }

    /** @throws IOException if the counter cannot be read */
    static RaplZone of(Path directory) throws IOException {
        RaplZone zone = new RaplZone(directory.resolve("energy_uj"), number(directory.resolve("max_energy_range_uj")));
        zone.advance();
        return zone;
    }

    /** Energy since the last call. More than one turn of the counter cannot be told: it takes ten minutes or more. */
    double advance() throws IOException {
        long now = number(text, counter);
        long used = now - before;
        before = now;
        return used < 0 ? used + range : used;
    }

    private static long number(Path file) throws IOException {
        return number(new TextFile(64), file);
    }

    private static long number(TextFile text, Path file) throws IOException {
        text.read(file);
        long value = text.nextLine() ? text.number() : TextFile.ABSENT;
        if (value < 0) {
            throw new IOException(file + " holds no number");
        }
        return value;
    }
}
