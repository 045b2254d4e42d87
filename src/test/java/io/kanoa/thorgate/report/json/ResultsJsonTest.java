package io.kanoa.thorgate.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kanoa.thorgate.device.preflight.Finding;
import io.kanoa.thorgate.device.preflight.PreflightReport;
import io.kanoa.thorgate.report.Resumption;
import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.report.SampleRows;
import io.kanoa.thorgate.report.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsJsonTest {

    private static final RunResult RUN =
            SampleRows.run(SampleRows.passed(), SampleRows.missed(), SampleRows.swapped(), SampleRows.broken());

    @TempDir
    Path folder;

    @Test
    void everyRun_holdsAgainstTheSchema() throws IOException {
        assertThat(errors(RUN)).isEmpty();
        assertThat(errors(SampleRows.run())).isEmpty();
        assertThat(errors(SampleRows.run(SampleRows.passed(), SampleRows.withOpinions())))
                .isEmpty();
        assertThat(errors(SampleRows.run(SampleRows.onEngine("a", 9, 1, 2), SampleRows.onEngine("b", 8, 1, 2))))
                .isEmpty();
        assertThat(errors(SampleRows.run(SampleRows.regressed("ada"), SampleRows.regressed(SampleRows.HOSTILE))))
                .isEmpty();
        assertThat(errors(SampleRows.run(SampleRows.hostile(SampleRows.HOSTILE))))
                .isEmpty();
        assertThat(errors(SampleRows.run(SampleRows.formats("ollama", SampleRows.HOSTILE))))
                .isEmpty();
    }

    @Test
    void history_holdsWhatWasFound_andTheTrend() throws IOException {
        JsonNode history = new JsonMapper()
                .readTree(text(SampleRows.run(SampleRows.regressed("ada"))))
                .at("/history/0");

        assertThat(history.at("/findings/0/decision").asText()).isEqualTo("REGRESSION");
        assertThat(history.at("/findings/0/again/value").asDouble()).isEqualTo(91);
        assertThat(history.at("/trends/0/points")).hasSize(20);
        assertThat(history.at("/trends/0/points/3/changed").asText()).startsWith("engine version ada -> vllm 1");
        assertThat(history.at("/trends/0/points/11/acknowledged").asText()).isEqualTo("ada: larger context");
        assertThat(history.at("/trends/0/points/5/names/0").asText()).isEqualTo("v1.2");
        assertThat(history.at("/trends/0/points/19/regressed").asBoolean()).isTrue();
        assertThat(history.at("/trends/0/steps/0/at").asInt()).isEqualTo(11);
    }

    @Test
    void goWithAMissedRow_isRefusedByTheSchema() throws IOException {
        String forged = text(RUN).replace("\"verdict\": \"NO-GO\"", "\"verdict\": \"GO\"");

        assertThat(schema().validate(forged, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void preflight_isThere_whereTheMachineWasLookedAt() throws IOException {
        PreflightReport report = new PreflightReport(
                List.of(
                        Finding.ok("machine", SampleRows.HOSTILE),
                        Finding.warning("power mode", "120W", "MAXN", "sudo nvpmodel -m 0"),
                        Finding.stop("JetPack", "6.x", ">= 7.0", "flash it")),
                Map.of("power_mode", "120W", "cpu", SampleRows.HOSTILE),
                Map.of(),
                OptionalDouble.empty());
        RunResult run = RUN.withPreflight(report);

        assertThat(errors(run)).isEmpty();
        assertThat(json(run).at("/fingerprint/power_mode").asText()).isEqualTo("120W");
        assertThat(json(run).at("/preflight/1"))
                .hasToString("{\"level\":\"WARNING\",\"subject\":\"power mode\",\"found\":\"120W\","
                        + "\"wanted\":\"MAXN\",\"mend\":\"sudo nvpmodel -m 0\"}");
        assertThat(json(run).at("/preflight/2/level").asText()).isEqualTo("STOP");
        assertThat(text(run)).doesNotContain("\u001b");
        assertThat(json(RUN).has("preflight")).isFalse();
    }

    @Test
    void database_isDescribed_withWhatItDid() throws IOException {
        RunResult run = SampleRows.run(SampleRows.besideDatabase(SampleRows.HOSTILE));
        JsonNode row = json(run).at("/rows/0");

        assertThat(errors(run)).isEmpty();
        assertThat(row.at("/work/retrieval/vectors")).hasToString("{\"value\":10000,\"unit\":\"vectors\"}");
        assertThat(row.at("/work/retrieval/text_share")).hasToString("{\"value\":50,\"unit\":\"%\"}");
        assertThat(row.at("/vectors/database/pgvector").asText()).isEqualTo("0.8.5");
        assertThat(row.at("/vectors/index/build")).hasToString("{\"value\":2,\"unit\":\"s\"}");
        assertThat(row.at("/vectors/alone/latency/values")).hasToString("[4,6,null]");
        assertThat(row.at("/vectors/found")).hasToString("[5,4,5]");
        assertThat(text(run)).doesNotContain("\u001b");
        assertThat(json(RUN).at("/rows/0").has("vectors")).isFalse();
    }

    @Test
    void optionalRow_isCountedApart_withItsCommand() throws IOException {
        RunResult run = SampleRows.withoutOptionalRow();

        assertThat(errors(run)).isEmpty();
        assertThat(json(run).at("/counts/optional_not_run").asInt()).isEqualTo(1);
        assertThat(json(run).at("/counts/outside_profile").asInt()).isEqualTo(1);
        assertThat(json(run).at("/outside/0/to_run").asText()).isEqualTo("ci/engines/pgvector.sh FOLDER");
        assertThat(json(run).at("/outside/1").has("to_run")).isFalse();
    }

    @Test
    void contexts_areACurve_withTheDecodeRateByPosition() throws IOException {
        RunResult run =
                SampleRows.run(SampleRows.atContext("A1@4k", 4_096, 100), SampleRows.atContext("A1@32k", 32_768, 80));
        JsonNode line = json(run).at("/contexts/0/lines/1");

        assertThat(errors(run)).isEmpty();
        assertThat(line.path("row").asText()).isEqualTo("A1@32k");
        assertThat(line.path("output_token_throughput_per_user")).hasToString("{\"value\":80,\"unit\":\"tok/s\"}");
        assertThat(line.path("position")).hasToString("{\"value\":32785,\"unit\":\"tokens\"}");
        assertThat(line.at("/decode_by_position/7/to")).hasToString("{\"value\":32801,\"unit\":\"tokens\"}");
        assertThat(line.path("ceiling")).hasToString("{\"value\":null,\"unit\":\"tok/s\"}");
        assertThat(json(RUN).path("contexts")).isEmpty();
    }

    @Test
    void target_saysLimitMeasuredBoundsAndVerdict() throws IOException {
        JsonNode target = json(RUN).at("/rows/0/targets/1");

        assertThat(target.path("target").asText()).isEqualTo("time_to_first_token p95 < 60 ms");
        assertThat(target.path("verdict").asText()).isEqualTo("PASS");
        assertThat(target.path("formula").asText()).startsWith("first generated token");
        assertThat(target.path("limit")).hasToString("{\"value\":60,\"unit\":\"ms\"}");
        assertThat(target.path("measured")).hasToString("{\"value\":44.1,\"unit\":\"ms\"}");
        assertThat(target.path("lower_bound")).hasToString("{\"value\":40.2,\"unit\":\"ms\"}");
        assertThat(target.path("upper_bound")).hasToString("{\"value\":52.3,\"unit\":\"ms\"}");
        assertThat(target.path("n")).hasToString("{\"value\":93,\"unit\":\"observations\"}");
    }

    @Test
    void missedTarget_isAFail_andTheOthersStayPass() throws IOException {
        JsonNode run = json(RUN);

        assertThat(run.findValuesAsText("verdict"))
                .containsExactly("NO-GO", "PASS", "PASS", "PASS", "FAIL", "FAIL", "PASS", "PASS", "ERROR", "PASS");
        assertThat(run.path("counts").path("pass").asInt()).isEqualTo(2);
        assertThat(run.path("counts").path("outside_profile").asInt()).isEqualTo(1);
    }

    @Test
    void metric_hasItsDistribution_andFailedRequestsBesideIt() throws IOException {
        JsonNode metric = json(RUN).at("/rows/0/metrics/0");

        assertThat(metric.path("metric").asText()).isEqualTo("time_to_first_token");
        assertThat(metric.path("n")).hasToString("{\"value\":3,\"unit\":\"requests\"}");
        assertThat(metric.path("p50")).hasToString("{\"value\":41.25,\"unit\":\"ms\"}");
        assertThat(metric.path("max")).hasToString("{\"value\":44.125,\"unit\":\"ms\"}");
        assertThat(metric.path("failed")).hasToString("{\"value\":1,\"unit\":\"requests\"}");
    }

    @Test
    void ratioOfSums_isGivenOverall_notAsMeanOfRatios() throws IOException {
        JsonNode metric = json(RUN).at("/rows/0/metrics/1");

        assertThat(metric.path("overall")).hasToString("{\"value\":117.757,\"unit\":\"tok/s\"}");
    }

    @Test
    void brokenRow_hasItsLog_itsOutcomes_andNoMadeUpNumbers() throws IOException {
        JsonNode row = json(RUN).at("/rows/3");

        assertThat(row.path("engine_log")).hasSize(2);
        assertThat(row.path("requests").path("measured"))
                .hasToString("{\"unit\":\"requests\",\"completed\":0,\"stalled\":1}");
        assertThat(row.path("targets")).isEmpty();
        assertThat(row.at("/metrics/0/missing").asText()).contains("died");
    }

    @Test
    void course_saysLooksAndBoundsAndWhyItEnded_andTargetsWhatWouldSettleThem() throws IOException {
        RunResult run = SampleRows.run(SampleRows.undecided());

        assertThat(errors(run)).isEmpty();
        JsonNode row = json(run).at("/rows/0");
        assertThat(row.at("/course/ended").asText()).isEqualTo("all targets settled after 8 of 40 requests");
        assertThat(row.at("/course/cap")).hasToString("{\"value\":40,\"unit\":\"requests\"}");
        assertThat(row.at("/course/looks/0/level")).hasToString("{\"value\":0.01,\"unit\":\"probability\"}");
        assertThat(row.at("/course/steadiness/steady").asBoolean()).isTrue();
        assertThat(row.at("/targets/0/advice").asText()).isEqualTo("about 31 requests would settle it");
        assertThat(json(RUN).at("/rows/0/targets/0").has("advice")).isFalse();
    }

    @Test
    void whatIsNotKnown_isNull() throws IOException {
        assertThat(json(RUN).at("/rows/2/swaps/0/memory_returned")).hasToString("{\"value\":null,\"unit\":\"B\"}");
        assertThat(text(RUN)).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void everyNumber_hasItsUnitBesideIt() throws IOException {
        RunResult rich = SampleRows.run(
                SampleRows.passed(),
                SampleRows.withOpinions(),
                SampleRows.undecided(),
                SampleRows.formats("ollama", "no"),
                SampleRows.atContext("A1@4k", 4_096, 100),
                SampleRows.atContext("A1@32k", 32_768, 80),
                SampleRows.onEngine("a", 9, 1, 2),
                SampleRows.onEngine("b", 8, 1, 2));

        assertThat(BareNumbers.in(json(RUN))).isEmpty();
        assertThat(BareNumbers.in(json(rich))).isEmpty();
        assertThat(BareNumbers.in(
                        new JsonMapper().readTree("{\"a\": {\"unit\": \"s\", \"n\": 3}, \"b\": [{\"c\": [1]}]}")))
                .containsExactly("/a/n", "/b/c");
    }

    @Test
    void twoRuns_differOnlyWhereTheirFiguresDo() throws IOException {
        RunResult slow = new RunResult(
                RUN.planTitle(),
                RUN.profile(),
                RUN.device(),
                RUN.started(),
                RUN.duration().plusSeconds(9),
                RUN.selected(),
                RUN.rows(),
                RUN.outside(),
                new TreeMap<>(RUN.environment()).descendingMap(),
                RUN.notes());
        List<String> one = text(RUN).lines().toList();
        List<String> other = text(slow).lines().toList();

        assertThat(other).hasSameSizeAs(one);
        assertThat(IntStream.range(0, one.size())
                        .filter(i -> !one.get(i).equals(other.get(i)))
                        .mapToObj(other::get))
                .containsExactly("  \"duration\": { \"value\": 72.2, \"unit\": \"s\" },");
    }

    @Test
    void sameRun_givesTheSameBytes_withNumberAndUnitOnOneLine() throws IOException {
        assertThat(text(RUN))
                .isEqualTo(text(RUN))
                .contains("\n  \"duration\": { \"value\": 63.2, \"unit\": \"s\" },\n")
                .doesNotContain("\r")
                .endsWith("}\n");
    }

    @Test
    void runUnderWay_isNotComplete_andNoGo() throws IOException {
        RunResult whole = SampleRows.run(SampleRows.passed());
        RunResult underWay = new RunResult(
                whole.planTitle(),
                whole.profile(),
                whole.device(),
                whole.started(),
                whole.duration(),
                2,
                whole.rows(),
                whole.outside(),
                whole.environment(),
                whole.notes());

        assertThat(json(underWay).path("complete").asBoolean()).isFalse();
        assertThat(json(underWay).path("verdict").asText()).isEqualTo("NO-GO");
        assertThat(errors(underWay)).isEmpty();
        assertThat(json(whole).path("verdict").asText()).isEqualTo("GO");
    }

    @Test
    void resumedRun_saysWhenItBegan_howOftenItWasCut_andWhatWasCarriedOver() throws IOException {
        Instant first = Instant.parse("2026-01-02T03:04:05Z");
        Resumption how = new Resumption(
                List.of(
                        new Session(first, first.plusSeconds(60)),
                        new Session(first.plusSeconds(600), first.plusSeconds(601))),
                List.of("A1@4k"),
                List.of("D1@vllm had ended and is measured again"));

        RunResult resumed = SampleRows.run(SampleRows.passed()).resumed(Optional.of(how));

        JsonNode node = json(resumed).path("resumed");
        assertThat(node.path("first_started").asText()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(node.at("/times/value").asInt()).isEqualTo(2);
        assertThat(node.at("/cut/1/until").asText()).isEqualTo("2026-01-02T03:14:06Z");
        assertThat(node.at("/carried_over/0").asText()).isEqualTo("A1@4k");
        assertThat(errors(resumed)).isEmpty();
        assertThat(how.spent()).isEqualTo(Duration.ofSeconds(61));
        assertThat(json(SampleRows.run(SampleRows.passed())).has("resumed")).isFalse();
    }

    @Test
    void secondWrite_replacesTheFile_andLeavesNothingBeside() throws IOException {
        text(RUN);
        text(SampleRows.run());

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("benchmark_results.json"));
        }
        assertThat(json(SampleRows.run()).path("rows")).isEmpty();
    }

    @Test
    void unwritableFolder_isNamed() throws IOException {
        Path blocked = Files.createFile(folder.resolve("a-file"));

        assertThatThrownBy(() -> new ResultsJson(blocked).write(RUN))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("a-file");
    }

    @Test
    void hostileText_isHarmless_andShort() throws IOException {
        String hostile = SampleRows.HOSTILE + "x".repeat(1_000_000);

        String text = text(SampleRows.run(SampleRows.hostile(hostile)));

        assertThat(text).hasSizeLessThan(60_000).doesNotContain("\u001b").doesNotContain("\\u001b");
        assertThat(text).doesNotContain("\u202e").doesNotContain("\u0007").doesNotContain(SampleRows.ANSWER);
    }

    private String text(RunResult run) throws IOException {
        return Files.readString(new ResultsJson(folder).write(run));
    }

    private JsonNode json(RunResult run) throws IOException {
        return new JsonMapper().readTree(text(run));
    }

    private List<Error> errors(RunResult run) throws IOException {
        return schema().validate(text(run), InputFormat.JSON);
    }

    private static Schema schema() throws IOException {
        try (InputStream schema =
                ResultsJson.class.getResourceAsStream("/io/kanoa/thorgate/report/benchmark_results.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema);
        }
    }
}
