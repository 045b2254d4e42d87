package io.kanoa.thorgate.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.plan.StandIn;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandInCacheTest {

    @TempDir
    private Path folder;

    private final AtomicInteger made = new AtomicInteger();

    @Test
    void model_isMadeOnceAndFoundByTheNextRun() {
        Path file = cache().fileOf(StandIns.TINY);
        assertThat(cache().fileOf(StandIns.TINY)).isEqualTo(file).isRegularFile();
        assertThat(made).hasValue(1);
    }

    @Test
    void otherShapesAndSeeds_haveFilesOfTheirOwn() {
        StandInCache cache = cache();
        assertThat(cache.fileOf(StandIns.TINY)).isNotEqualTo(cache.fileOf(StandIns.tiny(8)));
        assertThat(made).hasValue(2);
    }

    @Test
    void truncatedFile_isMadeAnew() throws IOException {
        Path file = cache().fileOf(StandIns.TINY);
        byte[] sound = Files.readAllBytes(file);
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(sound.length / 2);
        }
        assertThat(cache().fileOf(StandIns.TINY)).hasBinaryContent(sound);
    }

    @Test
    void alteredByte_isFoundByTheNextRunAndMadeAnew() throws IOException {
        Path file = cache().fileOf(StandIns.TINY);
        byte[] sound = Files.readAllBytes(file);
        alter(file);
        assertThat(cache().fileOf(StandIns.TINY)).hasBinaryContent(sound);
        assertThat(made).hasValue(2);
    }

    @Test
    void fileAlteredDuringTheRun_isMadeAnew() throws IOException {
        StandInCache cache = cache();
        Path file = cache.fileOf(StandIns.TINY);
        byte[] sound = Files.readAllBytes(file);
        alter(file);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(cache.fileOf(StandIns.TINY)).hasBinaryContent(sound);
    }

    @Test
    void missingNote_isADamageToo() throws IOException {
        Path file = cache().fileOf(StandIns.TINY);
        Files.delete(Path.of(file + ".sha256"));
        cache().fileOf(StandIns.TINY);
        assertThat(made).hasValue(2);
    }

    @Test
    void diskFull_leavesNothingHalfMade() throws IOException {
        StandInCache cache = new StandInCache(folder, StandInCache.DEFAULT_LIMIT, (shape, target) -> {
            Files.write(target, new byte[1000]);
            throw new IOException("No space left on device");
        });
        assertThatThrownBy(() -> cache.fileOf(StandIns.TINY))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("No space left on device");
        assertThat(names()).containsExactly("lock");
    }

    @Test
    void leftoverOfAMakerThatDied_isDeleted() throws IOException {
        Files.write(folder.resolve("stand-in-v1-x.gguf.part"), new byte[1000]);
        cache().fileOf(StandIns.TINY);
        assertThat(names()).noneMatch(name -> name.endsWith(".part")).hasSize(3);
    }

    @Test
    void fullFolder_losesWhatWasUsedLongestAgo() {
        long size = new StandInWriter(StandIns.TINY).size();
        StandInCache cache = new StandInCache(folder, 2 * size, this::make);
        Path first = cache.fileOf(StandIns.tiny(1));
        Path second = cache.fileOf(StandIns.tiny(2));
        cache.fileOf(StandIns.tiny(1));
        Path third = cache.fileOf(StandIns.tiny(3));
        assertThat(first).exists();
        assertThat(second).doesNotExist();
        assertThat(third).exists();
    }

    @Test
    void modelBeyondTheLimit_isRefused() {
        StandInCache cache = new StandInCache(folder, 1000, this::make);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cache.fileOf(StandIns.TINY))
                .withMessageContaining("exceeds the limit of 1000 bytes");
    }

    @Test
    void manyThreads_makeItOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Callable<Path> ask = () -> cache().fileOf(StandIns.TINY);
        List<Path> files = new ArrayList<>();
        for (Future<Path> answer : threads.invokeAll(List.of(ask, ask, ask, ask))) {
            files.add(answer.get());
        }
        threads.shutdown();
        assertThat(files).hasSize(4).containsOnly(files.get(0));
        assertThat(made).hasValue(1);
    }

    @Test
    void twoProcesses_waitForEachOther() throws Exception {
        List<Process> makers = List.of(maker(), maker());
        for (Process maker : makers) {
            assertThat(maker.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(maker.exitValue()).isZero();
        }
        cache().fileOf(CacheUser.SHAPE);
        assertThat(made).hasValue(0);
        assertThat(names()).hasSize(3);
    }

    private Process maker() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CacheUser.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
    }

    private StandInCache cache() {
        return new StandInCache(folder, StandInCache.DEFAULT_LIMIT, this::make);
    }

    private FileDigest make(StandIn shape, Path target) throws IOException {
        made.incrementAndGet();
        return new StandInMaker().make(shape, target);
    }

    private static void alter(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(open.length() / 2);
            int old = open.read();
            open.seek(open.length() / 2);
            open.write(old ^ 1);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
