package io.kanoa.thorgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunResultTest {

    @Test
    void onlyPasses_isGo() {
        assertThat(SampleRows.run(SampleRows.passed(), SampleRows.swapped()).verdict())
                .isEqualTo("GO");
    }

    @Test
    void oneRowThatDoesNotPass_isNoGo() {
        assertThat(SampleRows.run(SampleRows.passed(), SampleRows.missed()).verdict())
                .isEqualTo("NO-GO");
        assertThat(SampleRows.run(SampleRows.passed(), SampleRows.broken()).go())
                .isFalse();
    }

    @Test
    void noRow_isNoGo() {
        assertThat(SampleRows.run().go()).isFalse();
    }

    @Test
    void selectedRowWithoutResult_isNoGo() {
        RunResult run = new RunResult(
                "plan",
                "embedded",
                "device",
                Instant.EPOCH,
                Duration.ZERO,
                2,
                List.of(SampleRows.passed()),
                List.of(),
                Map.of(),
                List.of());

        assertThat(run.complete()).isFalse();
        assertThat(run.go()).isFalse();
    }
}
