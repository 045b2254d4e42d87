package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.history.kept.KeptRow;
import io.kanoa.thorgate.history.kept.KeptRun;
import io.kanoa.thorgate.history.store.HistoryPlace;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.report.checkpoint.CheckpointException;
import io.kanoa.thorgate.report.checkpoint.CheckpointFolder;
import io.kanoa.thorgate.report.checkpoint.RunCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs that go on from what a power cut left. */
class ResumeTest {

    @TempDir
    Path folder;

    private Path whole;
    private Path cut;

    @Scenario("A")
    static class SingleFixture {
        @PlanRows
        void row(Row row, Bench bench) {
            Snapshot.at(row.id());
            Journal.add("row " + row.id());
            GateAssertions.assertThat(bench.serve(row).singleUser()).meetsItsTargets();
        }

        @AfterAll
        static void after() {
            Snapshot.at("the end");
        }
    }

    @Scenario("B")
    static class NeighboursFixture {
        @PlanRows
        void row(Row row, Bench bench) {
            Snapshot.at(row.id());
            GateAssertions.assertThat(bench.serve(row).besideItsNeighbour()).meetsItsTargets();
        }
    }

    @Scenario("C")
    static class SwapFixture {
        @PlanRows
        void row(Row row, Bench bench) {
            Snapshot.at(row.id());
            GateAssertions.assertThat(bench.serve(row).swapping()).meetsItsTargets();
        }
    }

    @Scenario("D")
    static class FormatFixture {
        @PlanRows
        void row(Row row, Bench bench) {
            Snapshot.at(row.id());
            GateAssertions.assertThat(bench.serve(row).formats()).meetsItsTargets();
        }
    }

    @Scenario("E")
    static class InTurnsFixture {
        @PlanRows
        void row(Row row, Bench bench) {
            Snapshot.at(row.id());
            Journal.add("row " + row.id());
            GateAssertions.assertThat(bench.serve(row).inTurns()).meetsItsTargets();
        }
    }

    private static final Class<?>[] ALL = {
        SingleFixture.class, NeighboursFixture.class, SwapFixture.class, FormatFixture.class, InTurnsFixture.class
    };

    @BeforeEach
    void folders() throws IOException {
        whole = Files.createDirectories(folder.resolve("whole"));
        cut = Files.createDirectories(folder.resolve("cut"));
        Snapshot.plan(whole, cut, "never");
    }

    /** A run that is not cut; what it would have left, had it been when {@code row} began, is in the other folder. */
    private GateTestKit runCutAt(String row, String profile, String rows, Class<?>... scenarios) throws IOException {
        Snapshot.plan(whole, cut, row);
        GateTestKit kit = run(whole, profile, rows, Map.of(), scenarios);
        Snapshot.plan(whole, cut, "never");
        assertThat(cut.resolve("checkpoint")).isDirectory();
        Files.move(folder.resolve("history"), folder.resolve("history-of-the-whole"));
        return kit;
    }

    private GateTestKit resume(String profile, String rows, Class<?>... scenarios) {
        return resume(profile, rows, Map.of(), scenarios);
    }

    private GateTestKit resume(String profile, String rows, Map<String, String> more, Class<?>... scenarios) {
        Map<String, String> options = new HashMap<>(more);
        options.put("gate.resume", "true");
        return run(cut, profile, rows, options, scenarios);
    }

    private GateTestKit run(
            Path results, String profile, String rows, Map<String, String> more, Class<?>... scenarios) {
        Map<String, String> options = new HashMap<>(more);
        options.put("gate.history", folder.resolve("history").toString());
        return GateTestKit.run(options, results, profile, rows, scenarios);
    }

    private static List<KeptRun> history(Path of) {
        return HistoryPlace.open(Optional.of(of.toString()), Map.of())
                .orElseThrow()
                .read()
                .runs();
    }

    private static Map<String, JsonNode> rows(GateTestKit kit) {
        Map<String, JsonNode> rows = new HashMap<>();
        kit.json().get("rows").forEach(row -> rows.put(row.get("id").asText(), row));
        return rows;
    }

    private static List<String> failures(GateTestKit kit) {
        return kit.results().testEvents().failed().stream()
                .map(event -> event.getTestDescriptor().getDisplayName() + " "
                        + event.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .getMessage())
                .toList();
    }

    @Test
    void rowsOfEveryWork_areCarriedOver_andReportedAsTheyWere() throws IOException {
        String rows = "A1@4k,A5,B1,C1,D1@picky,E1";
        GateTestKit uncut = runCutAt("E1@good", "turns", rows, ALL);

        GateTestKit resumed = resume("turns", rows, ALL);

        assertThat(resumed.verdicts()).isEqualTo(uncut.verdicts());
        assertThat(Journal.entries())
                .contains("start three on good")
                .doesNotContain("row A1@4k", "start one", "start two");
        List<String> carried = List.of("A5@4k", "A1@4k", "B1", "C1", "D1@picky");
        for (String id : carried) {
            assertThat(rows(resumed).get(id)).isEqualTo(rows(uncut).get(id));
            assertThat(cut.resolve("raw/" + id + ".timelines.jsonl.gz"))
                    .hasSameBinaryContentAs(whole.resolve("raw/" + id + ".timelines.jsonl.gz"));
            assertThat(cut.resolve("raw/" + id + ".samples.jsonl.gz"))
                    .hasSameBinaryContentAs(whole.resolve("raw/" + id + ".samples.jsonl.gz"));
        }
        JsonNode how = resumed.json().get("resumed");
        assertThat(how.get("carried_over").valueStream().map(JsonNode::asText)).isEqualTo(carried);
        assertThat(how.at("/times/value").asInt()).isEqualTo(1);
        assertThat(how.get("first_started").asText())
                .isEqualTo(resumed.json().get("started").asText());
        assertThat(resumed.json().get("started")).isEqualTo(uncut.json().get("started"));
        assertThat(resumed.json().get("notes").get(0).asText())
                .startsWith("this run was cut and resumed once; it first started at ")
                .endsWith("carried over from before: A5@4k, A1@4k, B1, C1, D1@picky");
        assertThat(uncut.json().has("resumed")).isFalse();
        assertThat(uncut.json().get("unloads")).hasSameSizeAs(resumed.json().get("unloads"));
        assertThat(cut.resolve("report.md")).content().contains("this run was cut and resumed once");
        assertThat(cut.resolve("checkpoint")).doesNotExist();
    }

    @Test
    void resumedRun_isOneRunOfTheHistory_withAllItsRows() throws IOException {
        runCutAt("A2@4k", "turns", "A1,A2", SingleFixture.class);

        resume("turns", "A1,A2", SingleFixture.class);

        KeptRun uncut = history(folder.resolve("history-of-the-whole")).get(0);
        assertThat(history(folder.resolve("history"))).singleElement().satisfies(run -> {
            assertThat(run.id()).isEqualTo(uncut.id());
            assertThat(run.time()).isEqualTo(uncut.time());
            assertThat(run.rows())
                    .extracting(KeptRow::id)
                    .isEqualTo(uncut.rows().stream().map(KeptRow::id).toList());
            assertThat(run.rows().get(0)).isEqualTo(uncut.rows().get(0));
        });
    }

    @Test
    void rowsThatBroke_stayBroken_withTheSameWords() throws IOException {
        GateTestKit uncut = runCutAt("A4@4k", "bad", "A1@4k,A2,A4,A5", SingleFixture.class);

        GateTestKit resumed = resume("bad", "A1@4k,A2,A4,A5", SingleFixture.class);

        assertThat(Journal.entries()).doesNotContain("start one", "start two", "row A2@4k");
        for (String id : List.of("A1@4k", "A2@4k")) {
            assertThat(rows(resumed).get(id)).isEqualTo(rows(uncut).get(id));
            assertThat(rows(resumed).get(id).get("verdict").asText()).isEqualTo("ERROR");
            assertThat(resumed.thrownBy(id)).hasMessage(uncut.thrownBy(id).getMessage());
        }
    }

    @Test
    void missedTarget_isMissedAgain_withTheSameWords() throws IOException {
        GateTestKit uncut = runCutAt("the end", "turns", "A5,A1@4k", SingleFixture.class);
        assertThat(failures(uncut)).hasSize(1);

        GateTestKit resumed = resume("turns", "A5,A1@4k", SingleFixture.class);

        assertThat(Journal.entries()).isEmpty();
        assertThat(failures(resumed)).isEqualTo(failures(uncut));
    }

    @Test
    void rowsInTurns_areRepeatedTogether_whereOneWasCut() throws IOException {
        runCutAt("E1@other", "turns", "E1", InTurnsFixture.class);

        GateTestKit resumed = resume("turns", "E1", InTurnsFixture.class);

        assertThat(Journal.entries()).contains("row E1@good", "row E1@other");
        assertThat(resumed.json().at("/resumed/carried_over")).isEmpty();
        assertThat(resumed.json().at("/resumed/remarks/0").asText())
                .isEqualTo(
                        "E1@good had ended and is measured again, since E1@other, with which it was measured in turns,"
                                + " had not");
        assertThat(resumed.json().at("/comparisons/0").isMissingNode()).isFalse();
    }

    @Test
    void runCutTwice_saysSo() throws IOException {
        runCutAt("A2@4k", "turns", "A1@4k,A2,A4", SingleFixture.class);
        Path again = Files.createDirectories(folder.resolve("again"));
        Snapshot.plan(cut, again, "A4@4k");
        run(cut, "turns", "A1@4k,A2,A4", Map.of("gate.resume", "true"), SingleFixture.class);

        Snapshot.plan(whole, cut, "never");
        GateTestKit last = run(again, "turns", "A1@4k,A2,A4", Map.of("gate.resume", ""), SingleFixture.class);

        assertThat(Journal.entries()).contains("row A4@4k").doesNotContain("row A1@4k", "row A2@4k");
        assertThat(last.json().at("/resumed/times/value").asInt()).isEqualTo(2);
        assertThat(last.json().at("/resumed/cut")).hasSize(2);
        assertThat(last.json().at("/notes/0").asText()).contains("resumed 2 times");
    }

    @Test
    void runCutAtItsVeryEnd_isNotKeptTwice_norComparedWithItself() throws IOException {
        Snapshot.plan(whole, cut, "the end");
        run(whole, "turns", "A1", Map.of("gate.tag", "v1"), SingleFixture.class);
        Snapshot.plan(whole, cut, "never");

        GateTestKit resumed = resume("turns", "A1", Map.of("gate.tag", "v1"), SingleFixture.class);

        assertThat(resumed.verdicts()).containsExactly("A1@4k=PASS", "A1@8k=PASS");
        assertThat(Journal.entries()).isEmpty();
        assertThat(history(folder.resolve("history"))).hasSize(1);
        assertThat(resumed.json().at("/client_timing_error/loads")).isNotEmpty();
        JsonNode before = resumed.json().at("/resumed/cut/0");
        Duration measured = Duration.between(
                Instant.parse(before.get("started").asText()),
                Instant.parse(before.get("until").asText()));
        assertThat(resumed.json().at("/duration/value").asDouble()).isGreaterThan(measured.toMillis() / 1e3);
    }

    @Test
    void whatTheMachineDidNotLetBeMeasuredBefore_isStillNoted() throws IOException {
        runCutAt("A2@4k", "turns", "A1@4k,A2", SingleFixture.class);
        CheckpointFolder kept = new CheckpointFolder(cut);
        RunCheckpoint run = kept.run().orElseThrow();
        kept.write(new RunCheckpoint(
                run.format(),
                run.run(),
                run.fingerprint(),
                run.diskRate(),
                run.sessions(),
                run.calibration(),
                List.of("a sensor that was there no more"),
                run.unloads()));

        GateTestKit resumed = resume("turns", "A1@4k,A2", SingleFixture.class);

        assertThat(resumed.json().get("notes").valueStream().map(JsonNode::asText))
                .contains("a sensor that was there no more");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 70, 500})
    void tornRow_isSetAside_andRepeated(int bytes) throws IOException {
        runCutAt("A2@4k", "turns", "A1@4k,A2", SingleFixture.class);
        Path file = cut.resolve("checkpoint/row-A1@4k.checkpoint");
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), bytes));

        GateTestKit resumed = resume("turns", "A1@4k,A2", SingleFixture.class);

        assertThat(Journal.entries()).contains("row A1@4k", "row A2@4k");
        assertThat(resumed.json().at("/resumed/remarks/0").asText())
                .startsWith(
                        "A1@4k is measured again, since what was kept of it can't be read (its checksum is wrong): ")
                .endsWith("row-A1@4k.checkpoint.set-aside");
    }

    @Test
    void rowsWhoseTurnHasNotCome_areAmongTheResultsAllTheSame() throws IOException {
        runCutAt("A4@4k", "turns", "A1@4k,A2,A3,A4", SingleFixture.class);
        for (String row : List.of("A1@4k", "A3@4k")) {
            Files.write(cut.resolve("checkpoint/row-" + row + ".checkpoint"), new byte[0]);
        }
        Path again = Files.createDirectories(folder.resolve("again"));
        Snapshot.plan(cut, again, "A3@4k");

        resume("turns", "A1@4k,A2,A3,A4", SingleFixture.class);

        assertThat(Journal.entries())
                .containsSubsequence("row A1@4k", "row A3@4k", "row A4@4k")
                .doesNotContain("row A2@4k");
        JsonNode then = new ObjectMapper()
                .readTree(again.resolve("benchmark_results.json").toFile());
        assertThat(then.get("rows").findValuesAsText("id")).contains("A1@4k", "A2@4k");
    }

    @Test
    void rowWhoseBytesWereChanged_isRepeated() throws IOException {
        runCutAt("A2@4k", "turns", "A1@4k,A2", SingleFixture.class);
        Path file = cut.resolve("checkpoint/row-A1@4k.checkpoint");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        resume("turns", "A1@4k,A2", SingleFixture.class);

        assertThat(Journal.entries()).contains("row A1@4k", "row A2@4k");
    }

    @Test
    void otherRun_isRefused_byNameOfEachDifference_beforeAnythingStarts() throws IOException {
        runCutAt("A2@4k", "turns", "A1@4k,A2", SingleFixture.class);
        String results = Files.readString(cut.resolve("benchmark_results.json"));

        GateTestKit resumed = resume(
                "good", "A1,A2", Map.of("gate.embedded.threads", "3", "gate.drop-caches", ""), SingleFixture.class);

        assertThat(Journal.entries()).isEmpty();
        assertThat(resumed.thrownByContainers())
                .hasSize(1)
                .first()
                .satisfies(thrown -> assertThat(thrown)
                        .isInstanceOf(CheckpointException.class)
                        .hasMessageContaining("profile turns -> good")
                        .hasMessageContaining("rows A1@4k,A2@4k -> A1@4k,A1@8k,A2@4k")
                        .hasMessageContaining("-Dgate.drop-caches unknown -> true")
                        .hasMessageContaining("-Dgate.embedded.threads unknown -> 3")
                        .hasMessageContaining("A2@4k workload ")
                        .hasMessageContaining("Without -Dgate.resume the gate begins anew"));
        assertThat(cut.resolve("benchmark_results.json")).hasContent(results);
        assertThat(cut.resolve("checkpoint/row-A1@4k.checkpoint")).exists();
    }

    @Test
    void runFileThatCantBeRead_isAnError_thatNamesIt() throws IOException {
        runCutAt("A2@4k", "turns", "A1@4k,A2", SingleFixture.class);
        Files.writeString(cut.resolve("checkpoint/run.checkpoint"), "nothing");

        GateTestKit resumed = resume("turns", "A1@4k,A2", SingleFixture.class);

        assertThat(resumed.thrownByContainers().get(0))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("run.checkpoint can't be read: its checksum is wrong");
    }

    @Test
    void withoutTheOption_theRunBeginsAnew() throws IOException {
        runCutAt("A2@4k", "turns", "A1@4k,A2", SingleFixture.class);

        GateTestKit anew = run(cut, "turns", "A1@4k,A2", Map.of(), SingleFixture.class);

        assertThat(Journal.entries()).contains("row A1@4k", "row A2@4k");
        assertThat(anew.json().has("resumed")).isFalse();
        assertThat(cut.resolve("checkpoint")).doesNotExist();
    }

    @Test
    void nothingToResume_beginsAnew() {
        GateTestKit first = resume("turns", "A1@4k", SingleFixture.class);
        GateTestKit second = resume("turns", "A1@4k", SingleFixture.class);

        assertThat(first.verdicts()).isEqualTo(second.verdicts());
        assertThat(Journal.entries()).contains("row A1@4k");
        assertThat(((ObjectNode) second.json()).has("resumed")).isFalse();
    }

    @Test
    void dryRun_leavesTheCutRunAlone() throws IOException {
        runCutAt("A2@4k", "turns", "A1@4k,A2", SingleFixture.class);

        run(cut, "turns", "A1@4k,A2", Map.of("gate.dry-run", "true", "gate.resume", "true"), SingleFixture.class);
        resume("turns", "A1@4k,A2", SingleFixture.class);

        assertThat(Journal.entries()).contains("row A2@4k").doesNotContain("row A1@4k");
    }
}
