package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kanoa.thorgate.device.FakeMachines;
import io.kanoa.thorgate.device.FakeRoot;
import io.kanoa.thorgate.device.lock.DeviceBusyException;
import io.kanoa.thorgate.device.lock.DeviceLock;
import io.kanoa.thorgate.history.kept.KeptRow;
import io.kanoa.thorgate.history.kept.KeptRun;
import io.kanoa.thorgate.history.kept.KeptValue;
import io.kanoa.thorgate.history.store.HistoryPlace;
import io.kanoa.thorgate.history.store.HistoryStore;
import io.kanoa.thorgate.junit.ScenarioExtensionTest.BuggyFixture;
import io.kanoa.thorgate.junit.ScenarioExtensionTest.InTurnsFixture;
import io.kanoa.thorgate.junit.ScenarioExtensionTest.NeighboursFixture;
import io.kanoa.thorgate.junit.ScenarioExtensionTest.SingleUserFixture;
import io.kanoa.thorgate.junit.ScenarioExtensionTest.SwapFixture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole runs of the gate with a history of runs that were as fast as the test says. */
class RegressionGateTest {

    private static final String ROW = "A1@4k";

    @TempDir
    Path folder;

    private HistoryStore store;

    @BeforeEach
    void open() {
        store = HistoryPlace.open(Optional.of(folder.resolve("history").toString()), Map.of())
                .orElseThrow();
    }

    private GateTestKit run(String profile, String rows, Class<?> scenario, String... options) {
        return GateTestKit.run(options(options), folder, profile, rows, scenario);
    }

    private static Map<String, String> options(String... pairs) {
        return IntStream.range(0, pairs.length / 2)
                .boxed()
                .collect(java.util.stream.Collectors.toMap(i -> pairs[2 * i], i -> pairs[2 * i + 1]));
    }

    private KeptRun past(int count, double factor, double spread, GateTestKit first) {
        assertThat(first.json().get("rows")).isNotEmpty();
        return MadeUpPast.of(store, count, factor, spread);
    }

    @Test
    void everyRun_isKeptWithItsResults_andSaysHowManyThereAre() throws IOException {
        run("turns", ROW, SingleUserFixture.class);
        GateTestKit second = run("turns", ROW, SingleUserFixture.class, "gate.tag", "v1.2");

        assertThat(second.verdicts()).containsExactly("A1@4k=PASS");
        assertThat(store.read().runs()).hasSize(2).allSatisfy(run -> {
            assertThat(run.verdict()).isEqualTo("GO");
            assertThat(Path.of(run.results()))
                    .hasParent(folder.resolve("history").resolve("results"))
                    .isRegularFile();
            assertThat(run.rows()
                            .get(0)
                            .value(io.kanoa.thorgate.history.kept.Series.named("time_to_first_token")
                                    .orElseThrow()))
                    .isPresent();
        });
        String latest = store.read().runs().get(1).results();
        try (InputStream results = new GZIPInputStream(Files.newInputStream(Path.of(latest)))) {
            assertThat(new ObjectMapper().readTree(results)).isEqualTo(second.json());
        }
        assertThat(store.read().tags()).singleElement().satisfies(tag -> {
            assertThat(tag.name()).isEqualTo("v1.2");
            assertThat(tag.run()).isEqualTo(store.read().runs().get(1).id());
        });
        JsonNode history = second.json().at("/history/0");
        assertThat(history.at("/runs/value").asInt()).isEqualTo(1);
        assertThat(history.get("findings").findValuesAsText("decision")).containsOnly("TOO_FEW");
        assertThat(history.at("/trends/0/points")).hasSize(2);
    }

    @Test
    void slowerThanTenRunsBefore_confirmedByAFreshStart_isARegression() {
        past(10, 0.5, 0.02, run("turns", ROW, SingleUserFixture.class));

        GateTestKit kit = run("turns", ROW, SingleUserFixture.class);

        assertThat(kit.verdicts()).containsExactly("A1@4k=REGRESSION");
        assertThat(kit.json().get("verdict").asText()).isEqualTo("NO-GO");
        assertThat(kit.json().at("/counts/regression").asInt()).isEqualTo(1);
        assertThat(kit.thrownBy(ROW))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("A1@4k: REGRESSION")
                .hasMessageContaining("confirmed by a fresh run");
        assertThat(Journal.entries())
                .containsExactly("start one", "before", "row A1@4k", "after", "end one", "start one", "end one");
        JsonNode history = kit.json().at("/history/0");
        assertThat(history.get("findings").findValuesAsText("decision")).contains("REGRESSION");
        assertThat(history.at("/findings/0/again/value").asDouble()).isPositive();
        assertThat(history.at("/trends/0/points/10/regressed").asBoolean()).isTrue();
        assertThat(folder.resolve("raw/A1@4k-again.timelines.jsonl.gz")).exists();
        assertThat(store.read().runs()).hasSize(11);
        assertThat(store.read().runs().get(10).rows().get(0).verdict()).isEqualTo("REGRESSION");
        assertThat(store.read().runs().get(10).rows().get(0).values())
                .filteredOn(KeptValue::regressed)
                .isNotEmpty();
    }

    @Test
    void slowAtFirst_butFineInAFreshStart_isNone() {
        past(10, 0.6, 0.02, run("limping", "A4@4k", SingleUserFixture.class));

        GateTestKit kit = run("limping", "A4@4k", SingleUserFixture.class);

        assertThat(kit.verdicts()).containsExactly("A4@4k=PASS");
        assertThat(kit.json().at("/history/0/findings/0/again/value").asDouble())
                .isPositive();
        assertThat(kit.json().at("/history/0/findings").findValuesAsText("decision"))
                .doesNotContain("REGRESSION", "SUSPECT");
        assertThat(store.read().runs().get(10).rows().get(0).values()).noneMatch(KeptValue::regressed);
    }

    @Test
    void asFastAsBefore_isNone_andStartsNothingTwice() {
        past(10, 1, 0.3, run("turns", ROW, SingleUserFixture.class));

        GateTestKit kit = run("turns", ROW, SingleUserFixture.class);

        assertThat(kit.verdicts()).containsExactly("A1@4k=PASS");
        assertThat(kit.json().at("/history/0/findings").findValuesAsText("decision"))
                .containsOnly("STEADY");
        assertThat(Journal.entries()).containsOnlyOnce("start one");
    }

    @Test
    void slowerThanSixRunsBefore_isAdviceOnly() {
        past(6, 0.5, 0.02, run("turns", ROW, SingleUserFixture.class));

        GateTestKit kit = run("turns", ROW, SingleUserFixture.class);

        assertThat(kit.verdicts()).containsExactly("A1@4k=PASS");
        assertThat(kit.json().at("/rows/0/warnings").toString()).contains("SUSPECT");
        assertThat(Journal.entries()).containsOnlyOnce("start one");
    }

    @Test
    void missedTarget_staysOne_besideARegression() {
        past(10, 0.5, 0.02, run("turns", "A5", SingleUserFixture.class));

        GateTestKit kit = run("turns", "A5", SingleUserFixture.class);

        assertThat(kit.verdicts()).containsExactly("A5@4k=FAIL");
        assertThat(kit.json().at("/history/0/findings").findValuesAsText("decision"))
                .contains("REGRESSION");
    }

    static Stream<Arguments> waysToMeasure() {
        return Stream.of(
                Arguments.of("A6@4k", SingleUserFixture.class),
                Arguments.of("B1", NeighboursFixture.class),
                Arguments.of("C1", SwapFixture.class),
                Arguments.of("E1@good,E1@other", InTurnsFixture.class));
    }

    @ParameterizedTest
    @MethodSource("waysToMeasure")
    void everyWayToMeasure_isRepeatedBeforeItAccuses(String rows, Class<?> scenario) {
        GateTestKit first = run("turns", rows, scenario);
        past(10, 0.3, 0.02, first);

        GateTestKit kit = run("turns", rows, scenario);

        assertThat(kit.verdicts()).hasSameSizeAs(first.verdicts()).allMatch(verdict -> verdict.endsWith("=REGRESSION"));
        assertThat(kit.json().get("history").findValuesAsText("decision")).contains("REGRESSION");
    }

    @Test
    void rowThatBroke_isNotKept() {
        run("turns", ROW, BuggyFixture.class);

        assertThat(store.read().runs()).isEmpty();
    }

    @Test
    void anchor_isComparedWith() {
        KeptRun made = past(10, 0.4, 0.02, run("turns", ROW, SingleUserFixture.class));
        store.append(new io.kanoa.thorgate.history.kept.Tag("v1.2", "past-3", "2026-01-01"));
        for (int i = 10; i < 20; i++) {
            store.append(MadeUpPast.scaled(made, i, 1 + 0.02 * (i % 3 - 1)));
        }

        GateTestKit kit = run("turns", ROW, SingleUserFixture.class, "gate.baseline", "v1.2");

        assertThat(kit.verdicts()).containsExactly("A1@4k=REGRESSION");
        assertThat(kit.json().at("/history/0/anchor").asText()).isEqualTo("v1.2");
        assertThat(kit.json().at("/history/0/findings/0/baseline_runs/value").asInt())
                .isEqualTo(1);
    }

    @Test
    void anchorThatNobodyNamed_isRefusedBeforeAnythingStarts() {
        GateTestKit kit = run("turns", ROW, SingleUserFixture.class, "gate.baseline", "v9");

        assertThat(kit.thrownByContainers())
                .anySatisfy(thrown -> assertThat(thrown).hasMessageContaining("-Dgate.baseline=v9: no run"));
        assertThat(Journal.entries()).isEmpty();
    }

    @Test
    void changedPowerMode_isNotCompared_andSaid(@TempDir Path root) {
        FakeRoot thor = FakeMachines.thor(root);
        KeptRun made = past(
                10,
                0.1,
                0.02,
                GateTestKit.run(
                        Map.of("gate.root", thor.path().toString()), folder, "turns", ROW, SingleUserFixture.class));
        store.prune(contents -> java.util.Set.copyOf(contents.runs()));
        for (int i = 0; i < 10; i++) {
            KeptRun run = MadeUpPast.scaled(made, i, 0.1);
            Map<String, String> other = new java.util.TreeMap<>(run.machine());
            other.put("power_mode", "120W");
            store.append(new KeptRun(
                    run.id(), run.time(), run.plan(), run.profile(), "GO", run.results(), other, run.rows()));
        }

        GateTestKit kit = GateTestKit.run(
                Map.of("gate.root", thor.path().toString()), folder, "turns", ROW, SingleUserFixture.class);

        assertThat(kit.verdicts()).containsExactly("A1@4k=PASS");
        assertThat(kit.json().at("/history/0/not_compared").asText())
                .startsWith("not compared with earlier runs: power mode 120W -> ");
    }

    @Test
    void otherEngineVersion_isNotComparedWith_andSaid() {
        KeptRun made = past(0, 1, 0, run("turns", ROW, SingleUserFixture.class));
        for (int i = 0; i < 10; i++) {
            KeptRun run = MadeUpPast.scaled(made, i, 0.1);
            List<KeptRow> rows = run.rows().stream()
                    .map(row -> {
                        Map<String, String> key = new java.util.TreeMap<>(row.key());
                        key.put("engine version", "scripted 0.9");
                        return new KeptRow(row.id(), key, row.verdict(), row.values());
                    })
                    .toList();
            store.append(new KeptRun(
                    run.id(), run.time(), run.plan(), run.profile(), "GO", run.results(), run.machine(), rows));
        }

        GateTestKit kit = run("turns", ROW, SingleUserFixture.class);

        assertThat(kit.verdicts()).containsExactly("A1@4k=PASS");
        assertThat(kit.json().at("/history/0/not_compared").asText())
                .isEqualTo("not compared with earlier runs: engine version scripted 0.9 -> scripted");
    }

    @Test
    void historyThatIsOff_isNeitherReadNorWritten() {
        GateTestKit kit = run("turns", ROW, SingleUserFixture.class, "gate.history", "off");

        assertThat(kit.verdicts()).containsExactly("A1@4k=PASS");
        assertThat(kit.json().get("history")).isEmpty();
        assertThat(folder.resolve("history")).doesNotExist();
    }

    @Test
    void historyThatCannotBeRead_isToldBeforeAnythingStarts() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        GateTestKit kit = run("turns", ROW, SingleUserFixture.class, "gate.history", file.toString());

        assertThat(kit.thrownByContainers())
                .anySatisfy(thrown -> assertThat(thrown).hasMessageContaining("-Dgate.history=FOLDER"));
        assertThat(Journal.entries()).isEmpty();
    }

    @Test
    void secondGate_isRefusedAndToldWhoHasTheDevice() {
        try (DeviceLock other =
                DeviceLock.take(folder.resolve("lock"), Duration.ZERO, "process 7 of ada, in /home/ada", line -> {})) {
            assertThat(other).isNotNull();
            GateTestKit kit = run("turns", ROW, SingleUserFixture.class);

            assertThat(kit.thrownByContainers())
                    .anySatisfy(thrown -> assertThat(thrown)
                            .isInstanceOf(DeviceBusyException.class)
                            .hasMessageContaining("process 7 of ada, in /home/ada"));
            assertThat(Journal.entries()).isEmpty();
        }
        assertThat(run("turns", ROW, SingleUserFixture.class).verdicts()).containsExactly("A1@4k=PASS");
    }

    @Test
    void hotMachine_stopsTheRun(@TempDir Path root) {
        FakeRoot hot = FakeMachines.thor(root);

        GateTestKit kit = GateTestKit.run(
                Map.of("gate.root", hot.path().toString(), "gate.cool-down", "30 C 1 s"),
                folder,
                "turns",
                ROW,
                SingleUserFixture.class);

        assertThat(kit.verdicts()).containsExactly("A1@4k=NOT_RUN");
        assertThat(kit.json().at("/rows/0/reason").asText()).contains("temperature is", "below 30.0 C");
    }
}
