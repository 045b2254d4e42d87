package io.kanoa.thorgate.report.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.SampleRows;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.verdict.RowVerdict;
import io.kanoa.thorgate.verdict.TargetVerdict;
import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.junitplatform.AllureJunitPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class AllureRowTest {

    @TempDir
    static Path folder;

    private static Map<String, JsonNode> pages;

    @BeforeAll
    static void runRowsUnderAllure() throws IOException {
        AllureLifecycle own = new AllureLifecycle(new FileSystemResultsWriter(folder));
        AllureLifecycle before = Allure.getLifecycle();
        Allure.setLifecycle(own);
        try {
            run(new AllureJunitPlatform(own));
        } finally {
            Allure.setLifecycle(before);
        }
        pages = pages();
    }

    @Test
    void name_saysRowModelAndFigure() {
        assertThat(pages.keySet())
                .contains(
                        "A1@4k \u00b7 llama-4-maverick \u00b7 118 of > 50 tok/s",
                        "B1 \u00b7 llama-4-maverick + ministral-3-14b \u00b7 2.004 of < 2 x",
                        "C1 \u00b7 llama-4-maverick -> olmo-3-32b-think \u00b7 1.9 of < 5 s",
                        "A5@4k \u00b7 llama-4-maverick \u00b7 ttft p95 INCONCLUSIVE",
                        "A6@4k \u00b7 llama-4-maverick \u00b7 INCONCLUSIVE",
                        "A2@8k \u00b7 olmo-3-32b-think \u00b7 ERROR");
    }

    @Test
    void targetThatIsNoPass_isExplainedOnce_belowATableOfFiguresThatDoNotWrap() {
        String html = page("A5@4k").path("descriptionHtml").asText();

        assertThat(html)
                .contains("white-space:nowrap\">118 tok/s</td>", "white-space:nowrap\">INCONCLUSIVE</td>")
                .contains(">output_<wbr>token_<wbr>throughput_<wbr>per_<wbr>user</td>")
                .containsOnlyOnce("<p>time_to_first_token p95 INCONCLUSIVE: no clock</p>")
                .doesNotContain("not measured");
        assertThat(page("A6@4k").path("descriptionHtml").asText()).contains("<p>unsteady: a drift of +9 %</p>");
    }

    @Test
    void status_tellsMissedTargetsFromRowsThatCouldNotBeMeasured() {
        assertThat(page("A1@4k").path("status").asText()).isEqualTo("passed");
        assertThat(page("B1").path("status").asText()).isEqualTo("failed");
        assertThat(page("A2@8k").path("status").asText()).isEqualTo("broken");
    }

    @Test
    void identity_followsTheRowsId() {
        JsonNode page = page("A1@4k");

        assertThat(page.path("fullName").asText()).isEqualTo("Jetson Thor Model Evaluation \u00b7 A1@4k");
        assertThat(page.path("historyId").asText()).isEqualTo("e43b967d2128d3ce0f353824672ca94c");
        assertThat(names(page.path("parameters"))).doesNotContain("UniqueId", "name");
        assertThat(pages.values()).extracting(p -> p.path("historyId").asText()).doesNotHaveDuplicates();
    }

    @Test
    void labels_followThePlan_andReplaceThoseOfTheClass() {
        assertThat(page("A1@4k").path("labels"))
                .filteredOn(label -> List.of("epic", "feature", "story", "parentSuite", "suite", "subSuite")
                        .contains(label.path("name").asText()))
                .extracting(label ->
                        label.path("name").asText() + "=" + label.path("value").asText())
                .containsExactly(
                        "epic=A \u00b7 Baseline performance, single model",
                        "feature=llama-4-maverick",
                        "story=output_token_throughput_per_user",
                        "parentSuite=Jetson Thor Model Evaluation, profile embedded",
                        "suite=A \u00b7 Baseline performance, single model");
    }

    @Test
    void parameters_areInputs_andMeasuredOnesAreExcluded() {
        JsonNode parameters = page("A1@4k").path("parameters");

        assertThat(parameters)
                .extracting(p -> p.path("name").asText() + "=" + p.path("value").asText() + " "
                        + p.path("excluded").asBoolean())
                .containsExactly(
                        "model, user=llama-4-maverick (stand-in) false",
                        "engine=embedded false",
                        "context=4k (512 tokens) false",
                        "output length=64 tokens false",
                        "requests=at most 8 after 2 of warm-up false",
                        "output_token_throughput_per_user=118 tok/s true",
                        "time_to_first_token p95=44.1 ms true");
    }

    @Test
    void steps_areOneATarget_last() {
        assertThat(page("A1@4k").path("steps"))
                .extracting(step ->
                        step.path("status").asText() + " " + step.path("name").asText())
                .containsExactly(
                        "passed PASS  output_token_throughput_per_user > 50 tok/s: measured 118 tok/s, bound >= 112 tok/s,"
                                + " n = 8",
                        "passed PASS  time_to_first_token p95 < 60 ms: measured 44.1 ms, bound <= 52.3 ms, n = 93");
        assertThat(page("B1").at("/steps/0/status").asText()).isEqualTo("failed");
        assertThat(page("B1").at("/steps/0/statusDetails/message").asText()).contains("2.001 x misses");
        assertThat(page("A2@8k").at("/steps/0/status").asText()).isEqualTo("broken");
    }

    @Test
    void description_hasTableAndPicture_andNamesTheStandIn() {
        assertThat(page("A1@4k").path("descriptionHtml").asText())
                .contains(">Metric</th>", ">Target</th>", ">Measured</th>", ">Bound (95 %)</th>", ">Verdict</th>")
                .contains(">&gt; 50 tok/s</td>")
                .contains(">118 tok/s</td>")
                .contains(">&gt;= 112 tok/s</td>")
                .contains(">PASS</td>")
                .contains("<img alt=", "src=\"data:image/png;base64,iVBOR")
                .contains("weights are random")
                .contains("<code>mvn verify -Dgate.rows=A1@4k</code>");
        assertThat(page("A2@8k").path("descriptionHtml").asText())
                .contains("engine embedded died with exit code 137")
                .contains("in place of", "The figures say nothing about the plan")
                .doesNotContain("weights are random");
    }

    @Test
    void attachments_areThere() throws IOException {
        JsonNode attachments = page("A1@4k").path("attachments");

        assertThat(names(attachments))
                .containsExactly(
                        "requests",
                        "timelines",
                        "samples",
                        "histograms of times",
                        "engine log, last lines",
                        "row.json");
        for (JsonNode attachment : attachments) {
            assertThat(folder.resolve(attachment.path("source").asText())).isNotEmptyFile();
        }
        assertThat(Files.readAllLines(
                        folder.resolve(attachments.get(0).path("source").asText())))
                .hasSize(11)
                .contains("measured,1,COMPLETED,1.000,46.920,587.995,64,448,64");
    }

    @Test
    void hostileText_isHarmlessInAllThatIsWritten() throws IOException {
        for (String file : writtenTexts()) {
            assertThat(file).doesNotContain("\u001b", "\\u001b", "\u202e", SampleRows.ANSWER);
        }
        JsonNode page = page("<script>");
        assertThat(page.path("descriptionHtml").asText())
                .doesNotContain("<script")
                .contains("&lt;script&gt;")
                .hasSizeLessThan(20_000);
        assertThat(page.path("name").asText()).hasSizeLessThan(200);
    }

    @Test
    void withoutAllure_nothingHappens() {
        AllureLifecycle before = Allure.getLifecycle();
        Allure.setLifecycle(new AllureLifecycle(new FileSystemResultsWriter(folder.resolve("none"))));
        try {
            assertThatNoException()
                    .isThrownBy(() -> new AllureRow(SampleRows.plan()).describe(SampleRows.passed(), List.of()));
        } finally {
            Allure.setLifecycle(before);
        }
        assertThat(folder.resolve("none")).doesNotExist();
    }

    /** Rows as they run in a gate; not found by the build, for its name is no test's. */
    static class Rows {

        @ParameterizedTest
        @ValueSource(strings = {"passed", "missed", "swapped", "half", "unsteady", "broken", "hostile"})
        void row(String name) {
            RowResult result = result(name);
            new AllureRow(SampleRows.plan()).describe(result, List.of());
            if (result.decision().isMiss()) {
                throw new AssertionError(result.decision().name());
            }
            if (result.decision() != Decision.PASS) {
                throw new IllegalStateException(result.decision().name());
            }
        }

        private static RowResult result(String name) {
            return switch (name) {
                case "passed" -> SampleRows.passed();
                case "missed" -> SampleRows.missed();
                case "swapped" -> SampleRows.swapped();
                case "half" -> halfMeasured();
                case "unsteady" -> unsteady();
                case "broken" -> SampleRows.broken();
                default -> SampleRows.hostile(SampleRows.HOSTILE + "x".repeat(1_000_000));
            };
        }
    }

    /** A5@4k: its first target passes, of its second there is no value. */
    private static RowResult halfMeasured() {
        TargetVerdict open = new TargetVerdict(
                SampleRows.FIRST_TOKEN,
                Decision.INCONCLUSIVE,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                0,
                "order statistics",
                "no clock");
        return undecided("A5@4k", "time_to_first_token p95: not measured", open);
    }

    /** A6@4k: its targets pass, and it does not. */
    private static RowResult unsteady() {
        TargetVerdict passed = SampleRows.passed().verdict().targets().get(1);
        return undecided("A6@4k", "unsteady: a drift of +9 %", passed);
    }

    private static RowResult undecided(String id, String reason, TargetVerdict second) {
        RowResult passed = SampleRows.passed();
        Row row = SampleRows.row(id, passed.row().work(), SampleRows.DECODE_RATE, SampleRows.FIRST_TOKEN);
        List<TargetVerdict> targets = List.of(passed.verdict().targets().get(0), second);
        return new RowResult(
                row,
                new RowVerdict(row, Decision.INCONCLUSIVE, targets, reason),
                passed.evidence(),
                passed.observed(),
                passed.startedEpochMillis(),
                passed.durationNanos(),
                List.of(),
                passed.repeatCommand(),
                passed.course());
    }

    private static void run(AllureJunitPlatform allure) {
        LauncherFactory.create(LauncherConfig.builder()
                        .enableTestExecutionListenerAutoRegistration(false)
                        .addTestExecutionListeners(allure)
                        .build())
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(Rows.class))
                        .filters(includeEngines("junit-jupiter"))
                        .build());
    }

    private static Map<String, JsonNode> pages() throws IOException {
        JsonMapper mapper = new JsonMapper();
        Map<String, JsonNode> pages = new TreeMap<>();
        try (var files = Files.newDirectoryStream(folder, "*-result.json")) {
            for (Path file : files) {
                JsonNode page = mapper.readTree(file.toFile());
                pages.put(page.path("name").asText(), page);
            }
        }
        return pages;
    }

    private static JsonNode page(String row) {
        return pages.entrySet().stream()
                .filter(page -> page.getKey().startsWith(row))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static List<String> names(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> node.path("name").asText())
                .toList();
    }

    private static List<String> writtenTexts() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".gz"))
                    .filter(Files::isRegularFile)
                    .map(AllureRowTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
