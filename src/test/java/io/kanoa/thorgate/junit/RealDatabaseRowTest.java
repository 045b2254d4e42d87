package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.history.store.HistoryPlace;
import io.kanoa.thorgate.history.store.HistoryStore;
import io.kanoa.thorgate.plan.Row;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole gate beside a real PostgreSQL with pgvector: what it says, and what is left when it or the database ends. */
@Tag("engines")
@Tag("pgvector")
class RealDatabaseRowTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Scenario("V")
    static class VectorsFixture {
        @PlanRows
        void row(Row row, Bench bench) {
            GateAssertions.assertThat(bench.serve(row).besideItsDatabase()).meetsItsTargets();
        }
    }

    @Test
    void rowBesideADatabase_endsInAVerdict_andLeavesNoProcess() throws Exception {
        try (GateProcess gate = start("real", "V2")) {
            ProcessHandle database = database(gate);

            assertThat(gate.exitCode()).as(gate.console()).isZero();

            assertThat(gate.verdicts("V2")).containsExactly("vector_search_recall=PASS");
            assertThat(gate.console()).contains("V2 database: PostgreSQL");
            assertThat(database.isAlive()).isFalse();
        }
    }

    @Test
    void rowThatGotSlower_isMeasuredOnceMore_besideADatabaseThatIsStartedAnew() throws Exception {
        try (GateProcess gate = start("real", "V2")) {
            assertThat(gate.exitCode()).as(gate.console()).isZero();
        }
        HistoryStore store = HistoryPlace.open(
                        Optional.of(folder.resolve("history").toString()), Map.of())
                .orElseThrow();
        MadeUpPast.of(store, 10, 0.2, 0.02);

        try (GateProcess gate = start("real", "V2")) {
            assertThat(gate.exitCode()).as(gate.console()).isNotZero();

            assertThat(gate.console()).contains("V2 is measured once more: ").contains("1 regression");
            assertThat(store.read().runs().get(10).rows().get(0).verdict()).isEqualTo("REGRESSION");
        }
    }

    @Test
    void databaseThatDiesMidRow_isAnErrorWithItsLog_whatWasMeasuredStays_andTheNextRowRuns() throws Exception {
        try (GateProcess gate = start("slow", "V1,V2")) {
            ProcessHandle database = database(gate);
            gate.awaitConsole("beside its database");
            database.destroyForcibly();
            gate.awaitConsole("[2/2] V2");

            assertThat(gate.console())
                    .contains("ERROR")
                    .contains("the vector database postgresql died: it ended with exit code");
            assertThat(gate.allureResults())
                    .anySatisfy(result -> assertThat(result)
                            .contains("V1 · one")
                            .contains("\"status\":\"broken\"")
                            .contains("Last lines of its log")
                            .contains("database system is ready to accept connections"));
            assertThat(folder.resolve("gate/raw")).isDirectoryContaining("glob:**V1*timelines*");
            assertThat(gate.verdicts("V1")).contains("vector_search_recall=PASS");
            assertThat(gate.exitCode()).isNotZero();
            assertThat(gate.verdicts("V2")).containsExactly("vector_search_recall=PASS");
        }
    }

    @Test
    void databaseThatIsNotThere_isAnError_andTheNextRowRuns() throws Exception {
        try (GateProcess gate = start("real", "V3,V2")) {
            assertThat(gate.exitCode()).isNotZero();
            assertThat(gate.console())
                    .contains("the vector database nowhere at jdbc:postgresql://127.0.0.1:1/none lets us not in");
            assertThat(gate.verdicts("V2")).containsExactly("vector_search_recall=PASS");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "KILL"})
    void gateThatIsEndedMidRow_leavesNoDatabase(String signal) throws Exception {
        try (GateProcess gate = start("slow", "V1")) {
            ProcessHandle database = database(gate);
            gate.awaitConsole("beside its database");

            gate.signal(signal);

            Awaitility.await().atMost(SOON).until(() -> !database.isAlive());
        }
    }

    private GateProcess start(String profile, String rows) throws URISyntaxException {
        Path plan = Path.of(
                Objects.requireNonNull(getClass().getResource("vectors.yaml")).toURI());
        return GateProcess.start(folder, plan, profile, rows, VectorsFixture.class);
    }

    private static ProcessHandle database(GateProcess gate) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> gate.descendant("listen_addresses"), Optional::isPresent)
                .orElseThrow();
    }
}
