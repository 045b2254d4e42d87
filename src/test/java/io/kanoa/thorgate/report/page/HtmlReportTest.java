package io.kanoa.thorgate.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.Scenario;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.Figures;
import io.kanoa.thorgate.report.PlanOutline;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.report.SampleRows;
import io.kanoa.thorgate.report.json.RawData;
import io.kanoa.thorgate.report.json.ResultsJson;
import io.kanoa.thorgate.report.view.RawReader;
import io.kanoa.thorgate.report.view.ResultsReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    /** Two of the longest texts of a results file and the words between them. */
    private static final int LONGEST_TEXT = 4200;

    @TempDir
    Path folder;

    @Test
    void verdict_standsFirstWithItsProfile() {
        Document page = page(SampleRows.run(SampleRows.passed(), SampleRows.missed()));

        assertThat(page.selectFirst(".banner").hasClass("no-go")).isTrue();
        assertThat(page.selectFirst(".banner .word").text()).isEqualTo("NO-GO");
        assertThat(page.selectFirst(".banner .profile").text()).isEqualTo("profile embedded");
        assertThat(page.selectFirst(".banner .counts").text())
                .isEqualTo("2 rows: 1 pass, 1 fail, 1 outside the profile");
        assertThat(page.title()).startsWith("NO-GO, profile embedded");
    }

    @Test
    void goOfStandIns_looksLikeARehearsal() {
        Document page = page(SampleRows.run(SampleRows.passed()));

        assertThat(page.selectFirst(".banner").className()).isEqualTo("banner rehearsal");
        assertThat(page.selectFirst(".banner").text())
                .contains("GO profile embedded")
                .contains("It says nothing about the plan's models or its device.")
                .contains("Served: a synthetic stand-in of random weights in place of llama-4-maverick");
    }

    @Test
    void matrix_holdsTargetMeasuredIntervalAndVerdict() {
        Document page = page(SampleRows.run(SampleRows.passed(), SampleRows.undecided()));

        assertThat(page.select(".matrix tbody tr:not(.scenario)").eachText())
                .containsExactly(
                        "A1@4k llama-4-maverick 4k decode_rate > 50 tok/s 118 tok/s 112 to 124 tok/s n/a \u2713 PASS",
                        "A1@4k llama-4-maverick 4k ttft p95 < 60 ms 44.1 ms 40.2 to 52.3 ms \u2713 PASS",
                        "A4@4k ministral-3-14b 4k decode_rate > 50 tok/s 51 tok/s 48 to 54 tok/s n/a ? INCONCLUSIVE"
                                + " too close; to settle it: about 31 requests would settle it");
    }

    @Test
    void row_hasPlotsNumbersLongestGapsAndItsCommand() {
        Document page = page(SampleRows.run(SampleRows.passed()));
        Element row = page.getElementById("row-A1@4k");

        assertThat(row.select("figure figcaption").eachText())
                .contains("Time to first token by request", "Time to first token", "Gaps between chunks")
                .anyMatch(caption -> caption.startsWith("Decode rate by request: steady"));
        assertThat(row.select("table caption").eachText())
                .contains("Targets, as they were judged", "All metrics that gave a value")
                .anyMatch(caption -> caption.startsWith("The longest waits between two chunks; the median is 8"));
        assertThat(row.select("pre").eachText())
                .contains("mvn verify -Dgate.rows=A1@4k")
                .anyMatch(command -> command.startsWith("zcat 'raw/A1@4k.timelines.jsonl.gz' | grep"));
    }

    @Test
    void longestGap_leadsToItsRequestAndChunk() throws IOException {
        RowResult passed = SampleRows.passed();
        Document page = page(SampleRows.run(passed));
        List<String> first = page.selectFirst("table:has(caption:containsOwn(longest waits)) tbody tr")
                .children()
                .eachText();

        int request = Integer.parseInt(first.get(0).replace("measured ", ""));
        int chunk = Integer.parseInt(first.get(1).split(" ")[0]);
        var chunks = passed.evidence().orElseThrow().measured().get(request).chunks();
        double millis = (chunks.get(chunk - 1).nanos() - chunks.get(chunk - 2).nanos()) / 1e6;
        assertThat(first.get(2)).isEqualTo(Figures.of(millis, Unit.MILLISECONDS));
    }

    @Test
    void page_needsNeitherNetworkNorScriptAndAllowsNone() {
        String html = html(SampleRows.run(SampleRows.passed(), SampleRows.swapped()));
        Document page = Jsoup.parse(html);

        assertThat(page.select("script, link, iframe, object, embed, base, [style], [onload], [src]"))
                .isEmpty();
        assertThat(page.select("a[href]").eachAttr("href")).allMatch(href -> href.startsWith("#"));
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains(hash(page.selectFirst("style").data()));
    }

    @Test
    void history_tellsFigures_changesAndDrawsEachOverRuns() {
        Element history = page(SampleRows.run(SampleRows.regressed("ada"))).getElementById("history");

        assertThat(history.select("table:has(caption:containsOwn(Figures)) tbody tr")
                        .eachText())
                .containsExactly("A1@4k decode_rate 90 tok/s, again 91 tok/s 120 tok/s +-0.8 % -24.2 % worse 2.6e-09 8"
                        + " REGRESSION");
        assertThat(history.select("table:has(caption:containsOwn(changed)) tbody tr")
                        .eachText())
                .anyMatch(line -> line.contains("all other settings or versions: engine version ada -> "))
                .anyMatch(line -> line.contains("all named v1.2"))
                .anyMatch(line -> line.contains("decode_rate a step to 120 tok/s, -7.6 % worse"))
                .anyMatch(line -> line.contains("decode_rate accepted by ada: larger context"))
                .anyMatch(line -> line.contains("decode_rate this run was found a regression"))
                .isSorted();
        assertThat(history.select("details[open] figcaption").eachText())
                .containsExactly("output_token_throughput_per_user by run");
        assertThat(history.select("figure svg text").eachText())
                .contains("earlier runs", "not comparable", "this run", "compared with 120 tok/s", "v1.2")
                .anyMatch(text -> text.startsWith("accepted by ada"));
    }

    @Test
    void runWithoutHistory_hasNoSuchPart() {
        Document page = page(SampleRows.run(SampleRows.passed()));

        assertThat(page.getElementById("history")).isNull();
        assertThat(page.select("nav a").eachText()).doesNotContain("Earlier runs");
    }

    @Test
    void ids_areUniqueAndLinksLeadSomewhere() {
        Document page = page(SampleRows.run(SampleRows.regressed("ada"), SampleRows.missed(), SampleRows.swapped()));
        List<String> ids = page.select("[id]").eachAttr("id");

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.select("a[href]").eachAttr("href"))
                .isNotEmpty()
                .allMatch(href -> ids.contains(href.substring(1)));
    }

    @Test
    void hostileText_appearsHarmlessAndClipped() {
        String hostile = SampleRows.HOSTILE + "<img src=x onerror=alert(1)><svg onload=alert(2)>" + "x".repeat(1 << 20);
        Document page = page(outlined(hostile, SampleRows.hostile(hostile), SampleRows.regressed(hostile)));

        assertThat(page.select("script, img, [onload], [onerror]")).isEmpty();
        assertThat(names(page)).doesNotContain("b", "i", "font", "marquee");
        assertThat(page.text()).contains("<script>alert(1)</script>").doesNotContain("\u001b", "\u0007", "\u202e");
        assertThat(page.getAllElements())
                .allSatisfy(element -> assertThat(element.ownText().length())
                        .as(element.cssSelector())
                        .isLessThan(LONGEST_TEXT));
    }

    @Test
    void hostileResultsFile_isNoMoreTrusted() throws IOException {
        Path file = results(SampleRows.run(SampleRows.passed()));
        String evil = "\\u001b[31m</style><script>alert(1)</script>\\u0007" + "y".repeat(1 << 20);
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("\"Jetson Thor Model Evaluation\"", "\"" + evil + "\"")
                        .replace("one-sided t", evil));

        Document page = Jsoup.parse(html(file));

        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("style")).hasSize(1);
        assertThat(page.html().length()).isLessThan(1 << 20);
        assertThat(page.text()).doesNotContain("\u001b", "\u0007");
    }

    @Test
    void answersOfTheModel_areNowhere() {
        assertThat(html(SampleRows.run(SampleRows.passed(), SampleRows.missed())))
                .doesNotContain(SampleRows.ANSWER);
    }

    @Test
    void realRunWithoutItsRawData_isStillAReport() throws IOException {
        Path file = folder.resolve(ResultsJson.FILE_NAME);
        try (InputStream in = Objects.requireNonNull(ResultsJson.class.getResourceAsStream("h100-scenario-a.json"))) {
            Files.copy(in, file);
        }

        Document page = Jsoup.parse(html(file));

        assertThat(page.select(".matrix tr.first")).hasSize(7);
        assertThat(page.selectFirst(".matrix td[data-label=Ceiling]").text())
                .matches("\\d+ tok/s \\(reached [34]\\d\\.?\\d? %\\)");
        assertThat(page.select("#plots figure svg")).hasSize(3);
        assertThat(page.getElementById("row-A1@4k").select("figcaption").eachText())
                .containsExactly("Time to first token", "Gaps between chunks");
        assertThat(page.getElementById("row-A1@4k").text())
                .contains("raw/A1@4k.timelines.jsonl.gz is not beside the results");
    }

    @Test
    void runWithoutAnyRow_isAReportToo() {
        Document page = page(SampleRows.run());

        assertThat(page.selectFirst(".banner").hasClass("nothing")).isTrue();
        assertThat(page.text()).contains("No row of this run tried it.");
    }

    private static RunResult outlined(String text, RowResult... rows) {
        Model model = new Model(text, text, List.of(text), text, text, null, Map.of(), OptionalInt.empty(), text);
        return SampleRows.run(rows).outlinedBy(new PlanOutline(List.of(model), List.of(new Scenario("A", text))));
    }

    private static Set<String> names(Document page) {
        return page.getAllElements().stream().map(Element::tagName).collect(Collectors.toSet());
    }

    private Document page(RunResult run) {
        return Jsoup.parse(html(run));
    }

    private String html(RunResult run) {
        return html(results(run));
    }

    private Path results(RunResult run) {
        RawData raw = new RawData(folder);
        run.rows().forEach(raw::write);
        return new ResultsJson(folder).write(run);
    }

    private static String html(Path results) {
        StringBuilder page = new StringBuilder();
        try {
            HtmlReport.write(ResultsReader.read(results), new RawReader(results), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }

    private static String hash(String css) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
