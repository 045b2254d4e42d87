package io.kanoa.thorgate.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.report.SampleRows;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

    private final StringBuilder console = new StringBuilder();
    private long nanos;
    private final ConsoleProgress progress = new ConsoleProgress(console, 11, () -> nanos, Duration.ofSeconds(2));

    @Test
    void row_isToldFromStartToEnd() {
        progress.rowStarts(SampleRows.passed().row());
        pass(Duration.ofSeconds(3));
        progress.requests("requests", 5, 8, 118.2, 41.3);
        progress.rowEnds(SampleRows.passed());
        progress.rowStarts(SampleRows.swapped().row());
        pass(Duration.ofSeconds(3));
        progress.swaps(1, 5, 1.93);

        assertThat(console.toString().lines())
                .containsExactly(
                        "[1/11] A1@4k  llama-4-maverick on embedded: loading",
                        "... 5/8 requests  118 tok/s  ttft 41.3 ms",
                        "... PASS in 4.2 s, all targets settled after 8 of 40 requests",
                        "[2/11] C1  llama-4-maverick -> olmo-3-32b-think on embedded: loading",
                        "... 1/5 swaps  1.93 s");
    }

    @Test
    void progress_isToldOnceAnInterval() {
        progress.rowStarts(SampleRows.passed().row());
        for (int done = 1; done <= 40; done++) {
            pass(Duration.ofMillis(100));
            progress.requests("requests", done, 40, Double.NaN, Double.NaN);
        }

        assertThat(console.toString().lines().skip(1)).containsExactly("... 20/40 requests", "... 40/40 requests");
    }

    @Test
    void hostileText_staysOnOneHarmlessLine() {
        progress.rowStarts(SampleRows.hostile(SampleRows.HOSTILE).row());
        progress.rowEnds(SampleRows.hostile(SampleRows.HOSTILE + "x".repeat(1_000_000)));

        assertThat(console.toString().lines()).hasSize(2).allMatch(line -> line.length() <= 120);
        assertThat(console.toString())
                .doesNotContain("\u001b")
                .doesNotContain("\u0007")
                .doesNotContain("\u202e");
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
