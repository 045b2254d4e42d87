package io.kanoa.thorgate.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.report.SampleRows;
import io.kanoa.thorgate.verdict.Decision;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaintTest {

    private static final String SEQUENCES = "\u001b\\[[0-9;]*m";

    @ParameterizedTest
    @EnumSource
    void decision_isColouredAtTheEndOfALineOnly(Decision decision) {
        Paint paint = new Paint(true);

        assertThat(paint.decisionAtEnd("A1  " + decision))
                .startsWith("A1  \u001b[")
                .endsWith("m" + decision + "\u001b[0m");
        assertThat(paint.decisionAtEnd(decision + " A1")).isEqualTo(decision + " A1");
        assertThat(new Paint(false).decisionAtEnd("A1  " + decision)).isEqualTo("A1  " + decision);
    }

    @Test
    void report_saysTheSameWithColours_andFitsItsWidth() {
        RunResult run = SampleRows.run(
                SampleRows.passed(), SampleRows.missed(), SampleRows.broken(), SampleRows.hostile(SampleRows.HOSTILE));
        List<String> plain = lines(run, new ConsoleFormat(80, false));
        List<String> coloured = lines(run, new ConsoleFormat(80, true));

        assertThat(coloured.stream().map(line -> line.replaceAll(SEQUENCES, "")))
                .containsExactlyElementsOf(plain);
        assertThat(coloured).filteredOn(line -> line.contains("\u001b[")).hasSize(6);
        assertThat(String.join("", coloured))
                .contains("\u001b[1;31mNO-GO\u001b[0m", "\u001b[32mPASS", "\u001b[33mERROR");
        assertThat(plain)
                .filteredOn(line -> !line.contains("again: "))
                .allMatch(line -> line.length() <= 80)
                .noneMatch(line -> line.contains("\u001b"))
                .anyMatch(line -> line.matches("A1@4k.* 118 tok/s  >= 112 tok/s  > 50 tok/s  PASS"));
    }

    private static List<String> lines(RunResult run, ConsoleFormat format) {
        StringBuilder console = new StringBuilder();
        new ConsoleReport(console, format).print(run, Path.of("a"), Path.of("b"), Optional.empty());
        return console.toString().lines().toList();
    }
}
