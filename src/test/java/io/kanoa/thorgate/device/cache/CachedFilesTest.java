package io.kanoa.thorgate.device.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** On real files of this machine's disk: a folder in memory would hold them for ever. */
@EnabledOnOs(OS.LINUX)
class CachedFilesTest {

    private static final int SIZE = 12_000_000;

    @TempDir
    Path folder;

    private Path weights;
    private Path other;

    @BeforeEach
    void files() throws IOException {
        Path disk = Files.createDirectories(Path.of("target/cached-files"));
        weights = random(disk.resolve("weights.bin"));
        other = random(disk.resolve("other.bin"));
    }

    @Test
    void evictedFiles_areOut_andNoOthersAre() {
        CachedFiles files = new CachedFiles(List.of(weights), false);
        new CachedFiles(List.of(other), false).warm();

        Preparation cold = files.cold();

        assertThat(cold.problem()).isEmpty();
        assertThat(cold.cachedShare()).isLessThan(0.02);
        assertThat(Residency.of(other)).isGreaterThan(0.98);
    }

    @Test
    void readFiles_areIn() {
        CachedFiles files = new CachedFiles(List.of(weights, other), false);
        files.cold();

        Preparation warm = files.warm();

        assertThat(warm.isReached()).isTrue();
        assertThat(warm.cachedShare()).isGreaterThan(0.98);
        assertThat(files.bytes()).isEqualTo(2 * SIZE);
    }

    @Test
    void fileThatAnotherProgramMaps_staysIn_whichIsNoticed() throws IOException {
        try (FileChannel channel = FileChannel.open(weights)) {
            var mapped = channel.map(MapMode.READ_ONLY, 0, SIZE).load();

            Preparation cold = new CachedFiles(List.of(weights), false).cold();

            assertThat(cold.isReached()).isFalse();
            assertThat(cold.problem()).contains("% of its files are still in the page cache");
            assertThat(mapped.get(0)).isNotNull();
        }
    }

    @Test
    void unknownFiles_areNeverCold_andNothingIsDroppedUnasked() throws IOException {
        Path kernel = Files.writeString(folder.resolve("drop_caches"), "");

        Preparation cold = new CachedFiles(List.of(), false, new Eviction("dd", kernel)).cold();

        assertThat(cold.problem()).isEqualTo("the files with the model's weights are not known here");
        assertThat(kernel).isEmptyFile();
    }

    @Test
    void wholeCache_isDroppedOnlyWhereAllowed_andNothingElseHelps() throws IOException {
        Path kernel = Files.writeString(folder.resolve("drop_caches"), "");

        assertThat(new CachedFiles(List.of(weights), true, new Eviction("dd", kernel))
                        .cold()
                        .isReached())
                .isTrue();
        assertThat(kernel).isEmptyFile();
        assertThat(new CachedFiles(List.of(), true, new Eviction("dd", kernel))
                        .cold()
                        .isReached())
                .isTrue();
        assertThat(kernel).hasContent("1");
    }

    @Test
    void machineWithoutTheMeans_saysWhatItTried() throws IOException {
        Eviction none = new Eviction("no-such-dd", folder.resolve("absent/drop_caches"));

        assertThat(new CachedFiles(List.of(weights), false, none).cold().problem())
                .startsWith("dd cannot evict " + weights)
                .doesNotContain("absent");
        assertThat(new CachedFiles(List.of(weights), true, none).cold().problem())
                .contains("dd cannot evict ", "absent/drop_caches cannot be written");
    }

    @Test
    void fileThatIsGone_isNeitherWarmNorCold() throws IOException {
        CachedFiles files = new CachedFiles(List.of(weights), false);
        Files.delete(weights);

        assertThat(files.warm().problem()).contains("cannot be read");
        assertThat(files.cold().problem()).contains("cannot be read");
    }

    private static Path random(Path file) throws IOException {
        byte[] noise = new byte[SIZE];
        new Random(1).nextBytes(noise);
        return Files.write(file, noise);
    }
}
