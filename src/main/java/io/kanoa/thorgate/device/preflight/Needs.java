package io.kanoa.thorgate.device.preflight;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run needs of the machine besides what the plan says of the device.
 *
 * @param folder that holds models, cache or results; it need not exist yet
 * @param diskBytes that must be free there
 * @param memoryBytes that must be available; 0 where that is not known
 * @param measuresDisk whether to spend time on measuring how fast the disk is read; 2 s at most on a disk that answers
 * @param largeFile to read for that, such as the largest model; where there is none, a file is written and removed
 */
public record Needs(Path folder, long diskBytes, long memoryBytes, boolean measuresDisk, Optional<Path> largeFile) {

    private static final long RESULTS_BYTES = 1_000_000_000;

    /** Room for the results of a run; no disk measured. */
    public static Needs of(Path folder) {
        return new Needs(folder, RESULTS_BYTES, 0, false, Optional.empty());
    }

    /** Asks for so much room on the disk. */
    public Needs withDisk(long bytes) {
        return new Needs(folder, bytes, memoryBytes, measuresDisk, largeFile);
    }

    /** Asks for so much memory that can be had. */
    public Needs withMemory(long bytes) {
        return new Needs(folder, diskBytes, bytes, measuresDisk, largeFile);
    }

    /** Measures the disk, by reading this file where there is one. */
    public Needs withDiskMeasured(Optional<Path> file) {
        return new Needs(folder, diskBytes, memoryBytes, true, file);
    }
}
