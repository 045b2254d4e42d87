package io.kanoa.thorgate.history.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kanoa.thorgate.history.kept.Entry;
import io.kanoa.thorgate.history.kept.KeptRun;
import io.kanoa.thorgate.history.kept.KeptRuns;
import io.kanoa.thorgate.history.kept.Tag;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@org.junit.jupiter.api.Tag("engines")
@org.junit.jupiter.api.Tag("postgres")
class RealPostgresStoreTest {

    @TempDir
    static Path folder;

    private static PostgresServer server;

    private final HistoryStore store = PostgresStore.of(server.url(), PostgresServer.access());

    @BeforeAll
    static void start() throws Exception {
        server = PostgresServer.start(folder);
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> connect() != null);
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(server.url(), "gate", "a secret");
    }

    private static void sql(String statement) throws SQLException {
        try (Connection connection = connect()) {
            connection.createStatement().execute(statement);
        }
    }

    @BeforeEach
    void empty() throws SQLException {
        sql("drop table if exists thor_gate_history");
    }

    private static KeptRun run(int number) {
        return KeptRuns.run(number, "inter_token_latency", 20 + number);
    }

    @Test
    void entries_comeBackAsTheyWere_inTheirOrder() {
        List<Entry> entries = List.of(run(1), new Tag("v1", "run-1", "2026-01-01"), run(2));

        entries.forEach(store::append);

        assertThat(store.read().entries()).isEqualTo(entries);
    }

    @Test
    void devicesThatBeginAtOnce_makeOneTable_andLoseNothing() throws Exception {
        ExecutorService devices = Executors.newFixedThreadPool(6);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int number = i;
            done.add(devices.submit(() ->
                    PostgresStore.of(server.url(), PostgresServer.access()).append(run(number))));
        }
        for (Future<?> each : done) {
            each.get();
        }
        devices.shutdown();

        assertThat(store.read().runs()).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void entriesThatCannotBeRead_areTold_andLeft() throws SQLException {
        store.append(run(1));
        sql("insert into thor_gate_history (entry) values ('nonsense'), ('{\"version\": 9}')");
        store.append(run(2));

        assertThat(store.read().runs()).containsExactly(run(1), run(2));
        assertThat(store.read().notes())
                .anySatisfy(note -> assertThat(note).contains("entry 2 of the history", "is left where it is"))
                .anySatisfy(note -> assertThat(note).contains("1 entries of a newer version"));
        assertThat(store.prune(contents -> Set.of(run(1)))).isEqualTo(1);
        assertThat(store.read().runs()).containsExactly(run(2));
        assertThat(store.read().notes()).hasSize(2);
    }

    @Test
    void wrongPassword_isTold_withoutBeingShown() {
        HistoryStore wrong = PostgresStore.of(server.url(), Map.of("PGUSER", "gate", "PGPASSWORD", "hunter2"));

        assertThatThrownBy(wrong::read)
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("PGUSER and PGPASSWORD")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void serverThatIsNotThere_isTold() {
        HistoryStore nowhere = PostgresStore.of("jdbc:postgresql://127.0.0.1:1/runs", PostgresServer.access());

        assertThatThrownBy(nowhere::read)
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("postgresql://127.0.0.1:1/runs")
                .hasMessageContaining("-Dgate.history=FOLDER");
    }
}
