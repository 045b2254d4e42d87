package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kanoa.thorgate.plan.Row;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole gate on the real embedded engine: what it says, and what is left when it ends. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class GateProcessTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @Scenario("A")
    static class SingleUserFixture {
        @PlanRows
        void row(Row row, Bench bench) {
            GateAssertions.assertThat(bench.serve(row).singleUser()).meetsItsTargets();
        }
    }

    @Test
    void success_endsInGo_andLeavesNoProcess() throws Exception {
        try (GateProcess gate = start("quick", "A1")) {
            ProcessHandle engine = gate.engine();

            assertThat(gate.exitCode()).as(gate.console()).isZero();

            assertThat(gate.console()).contains("GO  profile quick  (1 row: 1 pass");
            assertGone(engine);
        }
    }

    @Test
    void impossibleTarget_isANoGo_thatSaysPassForTheOthers() throws Exception {
        try (GateProcess gate = start("quick", "A2,A3")) {
            ProcessHandle engine = gate.engine();

            assertThat(gate.exitCode()).as(gate.console()).isNotZero();

            assertThat(gate.console()).contains("NO-GO  profile quick  (2 rows: 1 pass, 1 fail");
            assertThat(gate.verdicts("A2@4k"))
                    .containsExactly("output_token_throughput_per_user=PASS", "output_sequence_length=FAIL");
            assertThat(gate.verdicts("A3@8k")).containsExactly("output_token_throughput_per_user=PASS");
            assertThat(gate.allureResults())
                    .anySatisfy(result -> assertThat(result)
                            .contains("A2@4k · two")
                            .contains("\"status\":\"failed\"")
                            .contains("FAIL  output_sequence_length >= 1000 tokens: measured"))
                    .anySatisfy(result -> assertThat(result).contains("A3@8k").contains("\"status\":\"passed\""));
            assertGone(engine);
        }
    }

    @Test
    void engineKilledMidRow_isAnErrorWithItsLog_andTheNextRowRuns() throws Exception {
        try (GateProcess gate = start("slow", "A1,A2")) {
            ProcessHandle first = gate.engine();
            gate.awaitConsole("/400 requests");
            first.destroyForcibly();
            gate.awaitConsole("[2/2] A2@4k");

            ProcessHandle second = gate.engine();
            assertThat(gate.console()).contains("ERROR").contains("died");
            assertThat(gate.allureResults())
                    .anySatisfy(result -> assertThat(result)
                            .contains("A1@4k · one")
                            .contains("\"status\":\"broken\"")
                            .contains("Last lines of its log"));
            assertThat(folder.resolve("gate/raw")).isDirectoryContaining("glob:**A1*timelines*");
            gate.signal("KILL");
            assertGone(second);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "KILL"})
    void gateThatIsEndedMidRow_leavesNoEngine(String signal) throws Exception {
        try (GateProcess gate = start("slow", "A1")) {
            ProcessHandle engine = gate.engine();
            gate.awaitConsole("/400 requests");

            gate.signal(signal);

            assertThat(gate.exitCode()).as(gate.console()).isNotZero();
            assertGone(engine);
        }
    }

    @Test
    void gateThatIsKilledMidRow_isGoneOnWith() throws Exception {
        try (GateProcess gate = start("quick", "A1,A4")) {
            gate.awaitConsole("[2/2] A4@4k");
            gate.signal("KILL");
            gate.exitCode();
        }
        List<String> first = verdicts();

        try (GateProcess gate = start("quick", "A1,A4", "-Dgate.resume")) {
            gate.exitCode();

            assertThat(gate.console())
                    .contains("this run was cut and resumed once")
                    .contains("carried over from before: A1@4k")
                    .contains("[2/2] A4@4k")
                    .doesNotContain("[1/2] A1@4k  ");
            assertThat(gate.allureResults())
                    .anySatisfy(result -> assertThat(result).contains("A1@4k").contains("\"status\":\"passed\""));
        }
        assertThat(first).containsExactly("A1@4k=PASS");
        assertThat(verdicts()).containsExactly("A1@4k=PASS", "A4@4k=PASS");
        assertThat(folder.resolve("gate/checkpoint")).doesNotExist();
    }

    @Test
    void resumingWhileTheOtherGateRuns_isRefused_andSpoilsNothing() throws Exception {
        try (GateProcess gate = start("slow", "A1")) {
            gate.awaitConsole("/400 requests");
            try (GateProcess other = start("slow", "A1", "-Dgate.resume")) {
                assertThat(other.exitCode()).isNotZero();
                assertThat(other.console()).contains("another gate measures on this machine");
            }
            assertThat(folder.resolve("gate/checkpoint/run.checkpoint")).exists();
        }
    }

    private List<String> verdicts() throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve("gate/benchmark_results.json").toFile())
                .get("rows")
                .valueStream()
                .map(row -> row.get("id").asText() + "=" + row.get("verdict").asText())
                .toList();
    }

    private GateProcess start(String profile, String rows, String... more) throws URISyntaxException {
        Path plan = Path.of(
                Objects.requireNonNull(getClass().getResource("tiny.yaml")).toURI());
        return GateProcess.start(folder, plan, profile, rows, SingleUserFixture.class, more);
    }

    /** A process that has ended but was not reaped yet by whoever inherited it counts as gone. */
    private static void assertGone(ProcessHandle process) {
        Awaitility.await().atMost(SOON).until(() -> !process.isAlive() || isZombie(process));
    }

    private static boolean isZombie(ProcessHandle process) throws Exception {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        return Files.exists(stat) && Files.readString(stat).contains(") Z ");
    }
}
