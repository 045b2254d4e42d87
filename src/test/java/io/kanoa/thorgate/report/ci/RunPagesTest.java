package io.kanoa.thorgate.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPagesTest {

    private static final Path REAL = Path.of("src/test/resources/io/kanoa/thorgate/report/json/h100-scenario-a.json");
    private static final String NASTY =
            "<script>alert(1)</script> | [x](https://evil.example) @someone `code`\n::error::forged %0A";

    @TempDir
    Path folder;

    @Test
    void realRun_showsVerdict_countsAndEveryTarget() throws IOException {
        write(REAL);

        RunFile run = RunFile.read(REAL);
        assertThat(summary()).startsWith("## " + run.text("verdict") + ", profile ");
        assertThat(run.lines()).isNotEmpty();
        assertThat(summary().lines().filter(line -> line.startsWith("| ")))
                .hasSize(run.lines().size() + 1);
        assertThat(summary()).contains("No earlier run on this device to compare with.");
    }

    @Test
    void annotations_areOneForEachTargetThatIsNotMet_andTheVerdict() throws IOException {
        write(run("FAIL", 8.1));

        assertThat(annotations())
                .containsExactly(
                        "::error file=targets.yaml,title=A1@4k FAIL%3A decode_rate > 50 tok/s::"
                                + "measured 8.1 tok/s, bound >= 8 tok/s; too slow",
                        "::notice file=targets.yaml,title=NO-GO%2C profile thor::1 rows: 1 fail");
    }

    @Test
    void undecidedTarget_isAWarning() throws IOException {
        write(run("INCONCLUSIVE", 8.1));

        assertThat(annotations().get(0)).startsWith("::warning ");
    }

    @Test
    void textsOfARun_areNeverMarkup_linksMentionsOrCommands() throws IOException {
        ObjectNode run = run("FAIL", 8.1);
        ((ObjectNode) run.at("/rows/0/targets/0")).put("reason", NASTY);
        ((ObjectNode) run.at("/rows/0")).put("id", "A1,::x%|y");
        write(run);

        assertThat(summary()).doesNotContain("<script", "[x]", "https://", " @someone", "`", "\n::error");
        assertThat(summary().lines().filter(line -> line.startsWith("| A1")))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.chars().filter(c -> c == '|').count()).isEqualTo(7));
        assertThat(annotations()).hasSize(2);
        assertThat(annotations().get(0))
                .startsWith("::error file=targets.yaml,title=A1%2C%3A%3Ax%25|y FAIL%3A")
                .contains("forged %250A");
    }

    @Test
    void rowWithoutTargets_isALine_withItsReason() throws IOException {
        ObjectNode run = run("ERROR", 1);
        ((ObjectNode) run.at("/rows/0")).putArray("targets");
        ((ObjectNode) run.at("/rows/0")).put("verdict", "ERROR").put("reason", "engine died");
        write(run);

        assertThat(annotations().get(0)).isEqualTo("::warning file=targets.yaml,title=A1@4k ERROR::engine died");
        assertThat(summary()).contains("- A1@4k ERROR: engine died");
    }

    @Test
    void stopBeforeTheRun_isAnError() throws IOException {
        ObjectNode run = run("NOT_RUN", 1);
        run.putArray("preflight")
                .addObject()
                .put("level", "STOP")
                .put("subject", "jetpack")
                .put("found", "6.2")
                .put("mend", "flash it");
        write(run);

        assertThat(annotations().get(0)).isEqualTo("::error file=targets.yaml,title=stop%3A jetpack::6.2; flash it");
        assertThat(summary()).contains("Stopped by jetpack: 6.2; flash it");
    }

    @Test
    void earlierRun_standsBeside() throws IOException {
        Path earlier = put("earlier.json", run("PASS", 10));

        write(run("FAIL", 8.1), earlier);

        assertThat(summary())
                .contains("| before | after | change |")
                .contains("| 10 tok/s | 8.1 tok/s | &#43;-19.0 % |".replace("&#43;", ""));
        assertThat(summary()).contains("PASS -&#62; FAIL");
    }

    @Test
    void earlierRunOfAnotherMachine_isNotCompared() throws IOException {
        ObjectNode other = run("PASS", 10);
        other.putObject("fingerprint").put("power_mode", "120W");

        write(run("FAIL", 8.1), put("earlier.json", other));

        assertThat(summary())
                .contains("Not compared", "power&#95;mode was 120W and is MAXN")
                .doesNotContain("| before |");
    }

    @Test
    void brokenOrMissingResults_areTold_andNothingFails() throws IOException {
        RunPages.write(folder.resolve("none.json"), folder.resolve("pages"), "mark", Path.of(""));
        assertThat(summary()).contains("No results");
        assertThat(annotations()).singleElement().asString().startsWith("::error ");

        Path broken = Files.writeString(folder.resolve("broken.json"), "{");
        write(run("PASS", 10), broken);
        assertThat(summary()).contains("The earlier run can't be read");
    }

    @Test
    void comment_beginsWithItsMark_andKeepsToTheMostThatIsTaken() throws IOException {
        ObjectNode run = run("FAIL", 8.1);
        for (int i = 0; i < 900; i++) {
            run.withArray("rows").add(run.at("/rows/0").deepCopy());
        }
        write(run);

        String body =
                new ObjectMapper().readTree(pages("comment.json")).path("body").asText();
        assertThat(body).startsWith("<!-- mark -->\n## NO-GO").endsWith("The rest is in the run's reports.\n");
    }

    @Test
    void ownComment_isFoundByItsMark_andNobodyElses() throws IOException {
        JsonNode comments = new ObjectMapper().readTree("""
                [{"id": 1, "body": "I quote: <!-- mark -->"}, {"id": 2, "body": "<!-- mark2 -->"}, {"id": 3, "body": "<!-- mark -->\\nx"}]""");

        assertThat(OwnComment.id(comments, "mark")).hasValue(3);
        assertThat(OwnComment.id(comments, "other")).isEmpty();
    }

    private void write(ObjectNode run, Path... earlier) throws IOException {
        write(put("results.json", run), earlier);
    }

    private void write(Path results, Path... earlier) throws IOException {
        RunPages.write(results, folder.resolve("pages"), "mark", earlier.length > 0 ? earlier[0] : Path.of(""));
    }

    private Path put(String name, JsonNode json) throws IOException {
        return Files.writeString(folder.resolve(name), json.toString());
    }

    private String summary() throws IOException {
        return pages("summary.md");
    }

    private List<String> annotations() throws IOException {
        return pages("annotations.txt").lines().toList();
    }

    private String pages(String name) throws IOException {
        return Files.readString(folder.resolve("pages").resolve(name));
    }

    static ObjectNode run(String verdict, double measured) {
        ObjectNode run = new ObjectMapper()
                .createObjectNode()
                .put("plan", "Test")
                .put("profile", "thor")
                .put("device", "jetson")
                .put("verdict", verdict.equals("PASS") ? "GO" : "NO-GO")
                .put("complete", true)
                .put("dry_run", false)
                .put("started", "2026-11-28T05:15:10Z");
        run.putObject("counts").put("selected", 1).put(verdict.toLowerCase(java.util.Locale.ROOT), 1);
        run.putObject("fingerprint").put("power_mode", "MAXN");
        ObjectNode row = run.putArray("rows")
                .addObject()
                .put("id", "A1@4k")
                .put("verdict", verdict)
                .put("reason", "");
        row.putObject("work").putArray("models").addObject().put("model", "m").put("engine", "e");
        ObjectNode target = row.putArray("targets")
                .addObject()
                .put("target", "decode_rate > 50 tok/s")
                .put("verdict", verdict)
                .put("comparison", ">")
                .put("reason", "too slow");
        target.putObject("measured").put("value", measured).put("unit", "tok/s");
        target.putObject("lower_bound").put("value", 8).put("unit", "tok/s");
        target.putObject("upper_bound").put("value", 9).put("unit", "tok/s");
        return run;
    }
}
