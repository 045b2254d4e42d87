package io.kanoa.thorgate.device.preflight;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How fast a disk is read from start to end past the page cache, by one reader with one request of 8 MiB at a time.
 *
 * @param bytesPerSecond where it could be measured
 * @param problem why it could not; empty where it could
 */
public record DiskRate(OptionalDouble bytesPerSecond, String problem) {

    private static final Duration TIME = Duration.ofSeconds(1);

    /**
     * Reads a file that is there, for at most a second and a request.
     *
     * @param file of at least 16 MiB, such as the weights of a model
     */
    public static DiskRate ofReading(Path file) {
        return DirectFile.rate(file, TIME);
    }

    /**
     * Writes a file of at most 256 MB for at most a second, past the page cache as well, reads it for at most a second, and
     * removes it.
     *
     * @param folder that exists
     */
    public static DiskRate ofWriting(Path folder) {
        return DirectFile.rateOfNewFile(folder, TIME);
    }

    /** Reads the file where there is one, else one of its own. */
    static DiskRate of(Path folder, Optional<Path> file) {
        return file.map(DiskRate::ofReading).orElseGet(() -> ofWriting(folder));
    }

    static DiskRate measured(long bytes, long nanos) {
        return new DiskRate(OptionalDouble.of(bytes * 1e9 / nanos), "");
    }

    static DiskRate unknown(String problem) {
        return new DiskRate(OptionalDouble.empty(), problem);
    }
}
