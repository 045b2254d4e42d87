package io.kanoa.thorgate.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.report.SampleRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {

    @TempDir
    Path folder;

    @Test
    void allFormats_areWritten_onNoGoToo() {
        RunResult run = SampleRows.run(SampleRows.missed(), SampleRows.broken());

        List<String> names = Exports.write(run, folder.resolve("gate"));

        assertThat(run.go()).isFalse();
        assertThat(names)
                .containsExactly(
                        "bencher.json",
                        "benchmark-bigger-is-better.json",
                        "benchmark-smaller-is-better.json",
                        "junit.xml",
                        "metrics.prom",
                        "results.csv")
                .allSatisfy(
                        name -> assertThat(folder.resolve("gate").resolve(name)).isNotEmptyFile());
    }

    @Test
    void sameRun_givesTheSameBytes() throws IOException {
        RunResult run = SampleRows.run(SampleRows.passed(), SampleRows.missed(), SampleRows.swapped());
        for (String name : Exports.write(run, folder.resolve("one"))) {
            Exports.write(run, folder.resolve("two"));

            assertThat(folder.resolve("two").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(name));
        }
    }

    @Test
    void wordsOfModels_areInNoFile() throws IOException {
        RunResult run = SampleRows.run(SampleRows.passed(), SampleRows.hostile(Hostile.TEXT));
        for (String name : Exports.write(run, folder)) {
            assertThat(Files.readString(folder.resolve(name)))
                    .doesNotContain(SampleRows.ANSWER, "\u001b", "\u0000", "\uFFFF", "\u202e")
                    .hasSizeLessThan(50_000);
        }
    }

    @Test
    void unwritableFolder_isNamed() throws IOException {
        Path blocked = Files.createFile(folder.resolve("a-file"));

        assertThatThrownBy(() -> Exports.write(SampleRows.run(), blocked))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("a-file");
    }
}
