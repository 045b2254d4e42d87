package io.kanoa.thorgate.device.preflight;

import static io.kanoa.thorgate.device.preflight.SampleMachines.ANY;
import static io.kanoa.thorgate.device.preflight.SampleMachines.finding;
import static io.kanoa.thorgate.device.preflight.SampleMachines.pc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskRateTest {

    /** Slower than any disk, faster than any memory: what lies outside was not measured. */
    private static final double SLOWEST = 1e5;

    private static final double FASTEST = 1e11;

    private static final Path FETCHED = Path.of("/proc/self/io");

    @TempDir
    Path directory;

    @Test
    void fileOfItsOwn_isMeasuredAndRemoved() {
        DiskRate rate = DiskRate.ofWriting(directory);

        assertThat(rate.problem()).isEmpty();
        assertThat(rate.bytesPerSecond().orElseThrow()).isBetween(SLOWEST, FASTEST);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void fileThatIsThere_isRead_andLeftAlone() throws IOException {
        Path file = Files.write(directory.resolve("model.gguf"), new byte[(20 << 20) + 5]);

        assertThat(DiskRate.ofReading(file).bytesPerSecond().orElseThrow()).isBetween(SLOWEST, FASTEST);
        assertThat(file).hasSize((20 << 20) + 5);
    }

    /** The file was just written, so that the page cache has it; the kernel counts what it fetches from the disk. */
    @Test
    void fileInThePageCache_isReadFromTheDiskAllTheSame() throws IOException {
        assumeTrue(Files.isReadable(FETCHED), "only Linux counts");
        Path file = Files.write(directory.resolve("model.gguf"), new byte[20 << 20]);
        long before = fetchedBytes();

        DiskRate.ofReading(file);

        assertThat(fetchedBytes() - before).isGreaterThanOrEqualTo(20 << 20);
    }

    @Test
    void smallFile_isNoMeasure() throws IOException {
        Path file = Files.write(directory.resolve("config.json"), new byte[100]);

        assertThat(DiskRate.ofReading(file).bytesPerSecond()).isEmpty();
        assertThat(DiskRate.ofReading(file).problem()).isEqualTo(file + " is too small to tell: 100 bytes");
    }

    @Test
    void missingFile_isAReason() {
        assertThat(DiskRate.ofReading(directory.resolve("gone")).problem()).contains("gone");
        assertThat(DiskRate.ofWriting(directory.resolve("gone")).problem()).contains("gone");
    }

    @Test
    void memoryThatLooksLikeADisk_isNotMeasured() throws IOException {
        Path shared = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(shared));
        Path folder = Files.createTempDirectory(shared, "thor-gate");
        try {
            assertThat(DiskRate.ofWriting(folder).problem()).endsWith("is on a tmpfs, which is memory");
            assertThat(folder).isEmptyDirectory();
        } finally {
            Files.delete(folder);
        }
    }

    @Test
    void rate_isInTheReport_whenItIsAskedFor() {
        Needs needs = Needs.of(directory);
        PreflightReport without = Preflight.run(pc(directory).path(), ANY, needs);
        PreflightReport with = Preflight.run(directory, ANY, needs.withDiskMeasured(Optional.empty()));

        assertThat(finding(without, "disk read rate")).isEqualTo(Finding.ok("disk read rate", "not measured"));
        assertThat(without.diskReadRate()).isEmpty();
        assertThat(finding(with, "disk read rate").found()).endsWith("GB/s past the page cache");
        assertThat(with.diskReadRate()).isPresent();
        assertThat(with.facts()).containsKey("disk_read_bytes_per_second");
    }

    @Test
    void rateThatWasAskedForAndIsMissing_isAWarning() {
        Path missing = directory.resolve("missing.gguf");
        PreflightReport report =
                Preflight.run(pc(directory).path(), ANY, Needs.of(directory).withDiskMeasured(Optional.of(missing)));

        assertThat(finding(report, "disk read rate").level()).isEqualTo(Level.WARNING);
        assertThat(report.diskReadRate()).isEmpty();
    }

    private static long fetchedBytes() throws IOException {
        return Files.readAllLines(FETCHED).stream()
                .filter(line -> line.startsWith("read_bytes: "))
                .mapToLong(line -> Long.parseLong(line.substring("read_bytes: ".length())))
                .findFirst()
                .orElseThrow();
    }
}
