package io.kanoa.thorgate.report.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.report.SampleRows;
import io.kanoa.thorgate.report.json.ResultsJson;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void folderOfResults_getsBothReports() {
        new ResultsJson(folder).write(SampleRows.run(SampleRows.passed()));

        assertThat(run(folder.toString())).isZero();
        assertThat(text(out)).contains("report   " + folder.resolve("report.html"));
        assertThat(folder.resolve("report.html")).content().contains("<!DOCTYPE html>", "profile embedded");
        assertThat(folder.resolve("report.md")).content().startsWith("# Jetson Thor Model Evaluation");
    }

    @Test
    void sameResults_giveTheSameReport() throws java.io.IOException {
        Path file = new ResultsJson(folder).write(SampleRows.run(SampleRows.passed(), SampleRows.swapped()));
        run(file.toString());
        String first = java.nio.file.Files.readString(folder.resolve("report.html"));

        run(file.toString());

        assertThat(folder.resolve("report.html")).content().isEqualTo(first);
    }

    @Test
    void noResults_sayWhatToDo() {
        assertThat(run(folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(text(err)).contains("no results at ").contains("run the gate first");
    }

    private int run(String argument) {
        return ReportCommand.run(new String[] {argument}, new PrintStream(out), new PrintStream(err));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
