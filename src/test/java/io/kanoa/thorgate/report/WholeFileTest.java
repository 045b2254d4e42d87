package io.kanoa.thorgate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    Path folder;

    @Test
    void whatAKilledWriterLeft_isDeleted_andNothingElse() throws IOException {
        Path file = folder.resolve("results.json");
        WholeFile.write(file, out -> out.write('1'));
        Files.writeString(folder.resolve("results.json.part"), "hal");

        WholeFile.deleteUnfinished(folder);
        WholeFile.deleteUnfinished(folder.resolve("missing"));

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void failureInMidWrite_leavesTheOldFile_andNothingBeside() throws IOException {
        Path file = folder.resolve("results.json");
        WholeFile.write(file, out -> out.write('1'));

        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write('2');
                    throw new IOException("disk full");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("results.json")
                .hasRootCauseMessage("disk full");

        assertThat(file).hasContent("1");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
