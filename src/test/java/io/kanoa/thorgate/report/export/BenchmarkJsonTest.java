package io.kanoa.thorgate.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.report.SampleRows;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two formats of services that follow figures over time. */
class BenchmarkJsonTest {

    private static final RunResult RUN = SampleRows.run(
            SampleRows.passed(), SampleRows.missed(), SampleRows.broken(), SampleRows.hostile(Hostile.TEXT));

    /** What github-action-benchmark asks of each entry of both of its custom tools. */
    private static final String ACTION_SCHEMA = """
            {"type": "array", "items": {
              "type": "object", "required": ["name", "unit", "value"], "additionalProperties": false,
              "properties": {
                "name": {"type": "string", "minLength": 1, "maxLength": 300},
                "unit": {"type": "string", "minLength": 1},
                "value": {"type": "number"},
                "range": {"type": "string"},
                "extra": {"type": "string"}}}}""";

    /** What Bencher asks: benchmarks of at most 1024 characters, measures of at most 64. */
    private static final String BENCHER_SCHEMA = """
            {"type": "object", "propertyNames": {"minLength": 1, "maxLength": 1024}, "additionalProperties": {
              "type": "object", "propertyNames": {"minLength": 1, "maxLength": 64}, "additionalProperties": {
                "type": "object", "required": ["value"], "additionalProperties": false,
                "properties": {
                  "value": {"type": "number"}, "lower_value": {"type": "number"}, "upper_value": {"type": "number"}}}}}""";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void actionBenchmark_followsItsFormat(boolean bigger) {
        assertThat(errors(ACTION_SCHEMA, ActionBenchmark.of(RUN, bigger))).isZero();
        assertThat(errors(ACTION_SCHEMA, ActionBenchmark.of(SampleRows.run(), bigger)))
                .isZero();
    }

    @Test
    void actionBenchmark_splitsByDirection() throws IOException {
        JsonNode bigger = json(ActionBenchmark.of(RUN, true));
        JsonNode smaller = json(ActionBenchmark.of(RUN, false));

        assertThat(bigger)
                .extracting(bench -> bench.path("name").asText())
                .containsExactly("A1@4k output_token_throughput_per_user mean");
        assertThat(smaller)
                .extracting(bench -> bench.path("name").asText())
                .containsExactly(
                        "A1@4k time_to_first_token p95",
                        "A1@4k time_to_first_token p50",
                        "B1 inter_token_latency_degradation mean");
        assertThat(bigger.get(0))
                .hasToString("{\"name\":\"A1@4k output_token_throughput_per_user mean\","
                        + "\"unit\":\"tok/s\",\"value\":118.2,\"range\":\"112.4 to 124.1\","
                        + "\"extra\":\"A1@4k llama-4-maverick 4k on embedded\\n"
                        + "output_token_throughput_per_user > 50 tok/s: PASS, n = 8\"}");
    }

    @Test
    void bencher_followsItsFormat() {
        assertThat(errors(BENCHER_SCHEMA, BencherJson.of(RUN))).isZero();
        assertThat(errors(BENCHER_SCHEMA, BencherJson.of(SampleRows.run()))).isZero();
    }

    @Test
    void bencher_hasBoundsWhereJudged_andTheUnitInTheName() throws IOException {
        JsonNode row = json(BencherJson.of(RUN)).path("A1@4k");

        assertThat(row.path("time_to_first_token p95 (ms)"))
                .hasToString("{\"value\":44.1,\"lower_value\":40.2,\"upper_value\":52.3}");
        assertThat(row.path("time_to_first_token p50 (ms)")).hasToString("{\"value\":41.25}");
        assertThat(json(BencherJson.of(RUN)).path("A2@8k")).isEmpty();
    }

    @Test
    void allure_getsFiguresByRow_withUnitAndDirection() throws IOException {
        JsonNode metrics = json(AllureMetrics.of(RUN));

        assertThat(metrics).hasSize(4);
        assertThat(metrics.get(1))
                .hasToString("{\"id\":\"A1@4k time_to_first_token p95\",\"key\":\"A1@4k time_to_first_token p95\","
                        + "\"value\":44.1,\"start\":1767323045000,\"stop\":1767323049200,"
                        + "\"title\":\"time_to_first_token p95\",\"unit\":\"ms\",\"better\":\"lower\","
                        + "\"group\":\"A1@4k\",\"groupTitle\":\"A1@4k llama-4-maverick 4k on embedded\"}");
    }

    @Test
    void bencher_takesTheNameOfEveryMetric() {
        assertThat(Arrays.stream(Metric.values())
                        .map(metric -> new Headline(metric, Statistic.P999, 1, Optional.empty()))
                        .map(figure -> figure.name() + " (" + figure.metric().unit() + ")"))
                .allMatch(name -> name.length() <= 64)
                .doesNotHaveDuplicates();
    }

    @Test
    void hostileText_isOneHarmlessLine() {
        assertThat(BencherJson.of(RUN))
                .doesNotContain("\u001b", "\\u001b", "\u202e")
                .hasSizeLessThan(10_000);
        assertThat(ActionBenchmark.of(RUN, true))
                .doesNotContain("\u001b", "\\u001b", "\u202e")
                .hasSizeLessThan(10_000);
    }

    private static int errors(String schema, String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(json, InputFormat.JSON)
                .size();
    }

    private static JsonNode json(String text) throws IOException {
        return new JsonMapper().readTree(text);
    }
}
