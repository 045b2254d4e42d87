package io.kanoa.thorgate.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.report.SampleRows;
import io.kanoa.thorgate.report.json.ResultsJson;
import io.kanoa.thorgate.report.view.ResultsReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownReportTest {

    @TempDir
    Path folder;

    @Test
    void report_hasVerdictMatrixAndCommands() {
        String report = markdown(SampleRows.run(SampleRows.passed(), SampleRows.missed()));

        assertThat(report)
                .startsWith("# Jetson Thor Model Evaluation: Performance Report\n\n**NO-GO, profile embedded**\n")
                .contains("| Row | Model | What | Metric | Target | Measured | 90 % interval | Ceiling | Verdict |\n"
                        + "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
                        + "| A1\\@4k | llama-4-maverick | 4k | decode\\_rate | &gt; 50 tok/s | 118 tok/s |"
                        + " 112 to 124 tok/s | n/a | PASS |\n")
                .contains("| A1\\@4k | mvn verify -Dgate.rows=A1\\@4k |")
                .contains("- B2: needs a vector database");
    }

    @Test
    void everyLineOfATable_hasAsManyCellsAsItsHead() {
        String report = markdown(SampleRows.run(SampleRows.passed(), SampleRows.missed(), SampleRows.broken()));
        int cells = 0;
        for (String line : report.lines().toList()) {
            int bars = line.replace("\\|", "").replaceAll("[^|]", "").length();
            if (bars > 0 && cells > 0) {
                assertThat(bars).as(line).isEqualTo(cells);
            }
            cells = bars;
        }
        assertThat(report).contains("| ---");
    }

    @Test
    void hostileText_isShownAndNotRendered() {
        String evil = SampleRows.HOSTILE + " [x](javascript:alert) ![i](http://e.vil/p.png) | `c` http://e.vil";

        String report = markdown(SampleRows.run(SampleRows.hostile(evil)));

        assertThat(report)
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt;",
                        "\\[x\\](javascript:alert)",
                        "\\!\\[i\\]",
                        "\\| \\`c\\`")
                .doesNotContain("<script", "http://", "\u001b", "\u0007", "\u202e");
    }

    private String markdown(RunResult run) {
        return MarkdownReport.of(ResultsReader.read(new ResultsJson(folder).write(run)));
    }
}
