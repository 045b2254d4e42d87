package io.kanoa.thorgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.metrics.LatencyHistogram;
import io.kanoa.thorgate.report.allure.AllureRun;
import io.kanoa.thorgate.report.console.ConsoleFormat;
import io.kanoa.thorgate.report.console.ConsoleReport;
import io.kanoa.thorgate.report.json.ResultsJson;
import io.kanoa.thorgate.stream.EngineTimings;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.workload.calibration.Calibration;
import io.kanoa.thorgate.workload.calibration.ClientTimingError;
import io.kanoa.thorgate.workload.calibration.ErrorSpread;
import io.kanoa.thorgate.workload.calibration.Load;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How true the numbers are, as every report says it. */
class TimingReportTest {

    private static final ErrorSpread DELAY = new ErrorSpread(90, 0.05, 0.11, 0.25, 0.3);
    private static final Calibration CALIBRATION = new Calibration(
            List.of(new ClientTimingError(
                    new Load(1, 100),
                    18,
                    DELAY,
                    new ErrorSpread(18, 0.2, 0.31, 0.96, 0.96),
                    new ErrorSpread(72, 0, 0.012, 0.094, 0.2),
                    0.004)),
            Duration.ofMillis(2300),
            "");
    private static final String LINE =
            "client timing error, ms p50/p99/max, 1 stream at 100 tok/s: ttft 0.31/0.96/0.96, gap 0.012/0.094/0.2, delay"
                    + " 0.11/0.25/0.3";

    @TempDir
    Path folder;

    @Test
    void timingError_isInTheResultsWithFormulaAndUnit() throws IOException {
        JsonNode error = json(run(CALIBRATION, SampleRows.passed())).path("client_timing_error");

        assertThat(error.path("cost")).hasToString("{\"value\":2.3,\"unit\":\"s\"}");
        assertThat(error.at("/loads/0/streams")).hasToString("{\"value\":1,\"unit\":\"streams\"}");
        assertThat(error.at("/loads/0/first_token_error/p99")).hasToString("{\"value\":0.96,\"unit\":\"ms\"}");
        assertThat(error.at("/loads/0/first_token_error/formula").asText()).contains("request received");
        assertThat(error.at("/loads/0/span_error/value").asDouble()).isEqualTo(0.2);
        assertThat(error.at("/loads/0/client_blocked_ratio/value").asDouble()).isEqualTo(0.004);
    }

    @Test
    void timingError_isALineOnTheConsoleAndInAllure() throws IOException {
        RunResult run = run(CALIBRATION, SampleRows.passed());

        assertThat(console(run))
                .contains("note: client timing error, ms p50/p99/max, 1 stream at 100 tok/s: ttft 0.31");
        assertThat(CalibrationText.lines(CALIBRATION)).containsExactly(LINE);
        assertThat(allure(run)).contains("timing\\ 1 = " + LINE);
    }

    @Test
    void failedCalibration_isSaidEverywhere() throws IOException {
        RunResult run = run(new Calibration(List.of(), Duration.ZERO, "no such program"), SampleRows.passed());

        assertThat(console(run)).contains("note: client timing error unknown").contains("no such program");
        assertThat(allure(run)).contains("client timing error unknown");
        assertThat(json(run).at("/client_timing_error/problem").asText()).isEqualTo("no such program");
    }

    @Test
    void engineThatDisagrees_isAWarning() throws IOException {
        RunResult run = run(CALIBRATION, timed(1.05));
        JsonNode decode = json(run).at("/rows/0/cross_check/0");

        assertThat(decode.path("what").asText()).isEqualTo("decode_rate");
        assertThat(decode.at("/disagreement/value").asDouble()).isBetween(4.9, 5.1);
        assertThat(decode.at("/engine/formula").asText()).contains("predicted tokens - 1");
        assertThat(decode.at("/client/unit").asText()).isEqualTo("tok/s");
        assertThat(console(run)).contains("warning: A1@4k: decode_rate by the engine's own clock is ");
        assertThat(CrossCheckText.warnings(timed(1.05))).first().asString().endsWith("(+5 %)");
    }

    @Test
    void engineThatAgrees_isNoWarning() {
        RunResult run = run(CALIBRATION, timed(1.019));

        assertThat(console(run)).doesNotContain("warning");
    }

    @Test
    void latency_hasAHistogramToAddUp_andARateHasNone() throws IOException {
        JsonNode metrics = json(run(CALIBRATION, SampleRows.passed(), SampleRows.swapped()))
                .at("/rows");

        LatencyHistogram first = LatencyHistogram.decode(
                metrics.at("/0/metrics/0/histogram/data").asText());
        LatencyHistogram swaps = LatencyHistogram.decode(
                metrics.at("/1/metrics/0/histogram/data").asText());
        assertThat(first.count()).isEqualTo(3);
        assertThat(first.quantileMillis(1)).isBetween(44.1, 44.2);
        assertThat(swaps.quantileMillis(1)).isBetween(2499.0, 2503.0);
        assertThat(metrics.at("/0/metrics/1").has("histogram")).isFalse();
    }

    private static RunResult run(Calibration calibration, RowResult... rows) {
        RunResult run = SampleRows.run(rows);
        return new RunResult(
                run.planTitle(),
                run.profile(),
                run.device(),
                run.started(),
                run.duration(),
                run.selected(),
                run.rows(),
                run.outside(),
                run.environment(),
                run.notes(),
                calibration,
                List.of());
    }

    /** A1@4k with an engine whose decoding took {@code factor} times as long as the client saw. */
    private static RowResult timed(double factor) {
        RowResult row = SampleRows.passed();
        Evidence e = row.evidence().orElseThrow();
        List<Timeline> measured =
                e.measured().stream().map(t -> timed(t, factor)).toList();
        Evidence timed = new Evidence(
                e.row(), e.warmUp(), measured, e.alone(), e.background(), e.swaps(), e.samples(), e.starts());
        return new RowResult(
                row.row(),
                row.verdict(),
                Optional.of(timed),
                row.observed(),
                row.startedEpochMillis(),
                row.durationNanos(),
                row.engineLogTail(),
                row.repeatCommand(),
                row.course());
    }

    private static Timeline timed(Timeline t, double factor) {
        long prompt = t.firstChunkNanos() - t.sentNanos();
        long decode = Math.round(factor * (t.lastChunkNanos() - t.firstChunkNanos()));
        return new Timeline(
                t.scheduledNanos(),
                t.connectedNanos(),
                t.sentNanos(),
                t.firstByteNanos(),
                t.chunks(),
                t.finishReason(),
                t.usage(),
                t.usageNanos(),
                Optional.of(new EngineTimings(
                        t.usage().promptTokens(), prompt, t.usage().completionTokens(), decode)),
                t.closedNanos(),
                t.outcome(),
                "");
    }

    private static String console(RunResult run) {
        StringBuilder console = new StringBuilder();
        new ConsoleReport(console, ConsoleFormat.PLAIN).print(run, Path.of("a"), Path.of("b"), Optional.empty());
        return console.toString();
    }

    private String allure(RunResult run) throws IOException {
        AllureRun.write(folder, run);
        return Files.readString(folder.resolve("environment.properties"));
    }

    private JsonNode json(RunResult run) throws IOException {
        String text = Files.readString(new ResultsJson(folder).write(run));
        try (InputStream schema = Objects.requireNonNull(
                ResultsJson.class.getResourceAsStream("/io/kanoa/thorgate/report/benchmark_results.schema.json"))) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema, InputFormat.JSON)
                            .validate(text, InputFormat.JSON))
                    .isEmpty();
        }
        return new ObjectMapper().readTree(text);
    }
}
