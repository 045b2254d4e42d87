package io.kanoa.thorgate.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.report.SampleRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

    private static final String RESTING = "\u001b[?7h\r";

    private final StringBuilder console = new StringBuilder();
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private long nanos = Duration.ofHours(1).toNanos();
    private int width = 120;

    @Test
    void row_isToldFromStartToEnd() {
        ConsoleProgress progress = plain();
        progress.rowStarts(SampleRows.passed().row());
        progress.requests("requests", 5, 8, 118.2, 41.3);
        pass(progress, Duration.ofSeconds(11));
        progress.rowEnds(SampleRows.passed());
        progress.rowStarts(SampleRows.swapped().row());
        progress.swaps(1, 5, 1.93);
        progress.swaps(2, 5, 1.93);
        pass(progress, Duration.ofSeconds(11));

        assertThat(console.toString().lines())
                .containsExactly(
                        "[1/11] A1@4k  llama-4-maverick on embedded: loading",
                        "... 5/8 requests  118 tok/s  ttft 41.3 ms",
                        "... PASS in 4.2 s, all targets settled after 8 of 40 requests",
                        "[2/11] C1  llama-4-maverick -> olmo-3-32b-think on embedded: loading",
                        "... 2/5 swaps  1.93 s  ETA 99 s");
    }

    @Test
    void progress_isToldOnceAnInterval() {
        ConsoleProgress progress = plain();
        progress.rowStarts(SampleRows.passed().row());
        for (int done = 1; done <= 400; done++) {
            progress.requests("requests", done, 400, Double.NaN, Double.NaN);
            pass(progress, Duration.ofMillis(50));
        }

        assertThat(console.toString().lines().skip(1))
                .containsExactly("... 200/400 requests  ETA 4 min", "... 400/400 requests  ETA 3 min");
    }

    @Test
    void slowRequests_areNotToldOneByOne() {
        ConsoleProgress progress = plain();
        progress.rowStarts(SampleRows.passed().row());
        for (int done = 1; done <= 8; done++) {
            pass(progress, Duration.ofSeconds(20));
            progress.requests("requests", done, 8, Double.NaN, Double.NaN);
            progress.tick();
        }

        assertThat(console.toString().lines().skip(1))
                .hasSize(4)
                .last()
                .asString()
                .startsWith("... 8/8 requests");
    }

    @Test
    void silence_isBrokenOnceAMinute() {
        ConsoleProgress progress = plain();
        progress.rowStarts(SampleRows.passed().row());
        for (int seconds = 0; seconds < 130; seconds++) {
            pass(progress, Duration.ofSeconds(1));
        }

        assertThat(console.toString().lines().skip(1))
                .containsExactly("... loading, 60 s so far", "... loading, 2 min so far");
    }

    @Test
    void rowThatIsNotStarted_isNamed() {
        ConsoleProgress progress = plain();

        progress.rowEnds(SampleRows.broken());
        progress.rowStarts(SampleRows.passed().row());

        assertThat(console.toString().lines())
                .containsExactly(
                        "[1/11] A2@8k ERROR in 4.2 s: engine embedded died with exit code 137",
                        "[2/11] A1@4k  llama-4-maverick on embedded: loading");
    }

    @Test
    void liveLine_isRedrawnInPlace_andNotInTheLog() {
        ConsoleProgress progress = live(terminal);
        progress.rowStarts(SampleRows.passed().row());
        progress.requests("requests", 2, 8, 118.2, 41.3);
        pass(progress, Duration.ofSeconds(2));
        progress.requests("requests", 4, 8, 117, 41.3);
        pass(progress, Duration.ofSeconds(2));
        progress.rowEnds(SampleRows.passed());
        pass(progress, Duration.ofSeconds(2));

        assertThat(drawn())
                .containsExactly(
                        "[1/11] A1@4k  2/8 requests  118 tok/s  ttft 41.3 ms  2 s  llama-4-maverick on embedded",
                        "[1/11] A1@4k  4/8 requests  117 tok/s  ttft 41.3 ms  4 s  ETA 69 s  llama-4-maverick on embedded",
                        "");
        assertThat(console.toString().lines())
                .containsExactly("[1/11] A1@4k PASS in 4.2 s, all targets settled after 8 of 40 requests");
    }

    @Test
    void liveLine_waitsForWhatTheBuildPrints() {
        ConsoleProgress progress = live(terminal);
        progress.rowStarts(SampleRows.passed().row());
        progress.note("a line of the run");
        pass(progress, Duration.ofMillis(200));

        assertThat(drawn()).isEmpty();

        pass(progress, Duration.ofMillis(200));

        assertThat(drawn()).hasSize(1);
    }

    @Test
    void liveLine_isNoWiderThanTheTerminal_whichMayChange() {
        width = 60;
        ConsoleProgress progress = live(terminal);
        progress.rowStarts(SampleRows.hostile("A1" + SampleRows.HOSTILE).row());
        pass(progress, Duration.ofSeconds(1));
        width = 100;
        progress.rowEnds(SampleRows.hostile("A1" + SampleRows.HOSTILE));
        progress.rowStarts(SampleRows.hostile("A1" + SampleRows.HOSTILE).row());
        pass(progress, Duration.ofSeconds(1));

        assertThat(drawn().get(0)).hasSizeLessThan(60);
        assertThat(drawn().get(2)).hasSizeBetween(60, 99);
        assertThat(drawn()).allMatch(line -> line.chars().noneMatch(Character::isISOControl));
    }

    @Test
    void closedTerminal_stopsNothing() {
        ConsoleProgress progress = live(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("hung up");
            }
        });
        progress.rowStarts(SampleRows.passed().row());
        pass(progress, Duration.ofSeconds(1));
        progress.rowEnds(SampleRows.passed());

        assertThat(console).contains("PASS");
    }

    @Test
    void hostileText_staysOnOneHarmlessLine() {
        ConsoleProgress progress = plain();
        progress.rowStarts(SampleRows.hostile(SampleRows.HOSTILE).row());
        progress.rowEnds(SampleRows.hostile(SampleRows.HOSTILE + "x".repeat(1_000_000)));

        assertThat(console.toString().lines()).hasSize(2).allMatch(line -> line.length() <= 120);
        assertThat(console.toString())
                .doesNotContain("\u001b")
                .doesNotContain("\u0007")
                .doesNotContain("\u202e");
    }

    private ConsoleProgress plain() {
        return new ConsoleProgress(console, Optional.empty(), () -> ConsoleFormat.PLAIN, 11, () -> nanos);
    }

    private ConsoleProgress live(OutputStream device) {
        return new ConsoleProgress(
                console, Optional.of(new LiveLine(device)), () -> ConsoleFormat.of(width, false), 11, () -> nanos);
    }

    private List<String> drawn() {
        return Arrays.stream(terminal.toString(StandardCharsets.UTF_8).split("\r\u001b\\[2K\u001b\\[\\?7l"))
                .skip(1)
                .map(line -> line.replace(RESTING, ""))
                .toList();
    }

    private void pass(ConsoleProgress progress, Duration time) {
        nanos += time.toNanos();
        progress.tick();
    }
}
