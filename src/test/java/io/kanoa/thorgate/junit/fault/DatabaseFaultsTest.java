package io.kanoa.thorgate.junit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.junit.GateProcess;
import io.kanoa.thorgate.junit.GateProcess.Surroundings;
import io.kanoa.thorgate.junit.fault.Fault.Area;
import org.junit.jupiter.api.Tag;

/** A real PostgreSQL that is lost while a chat goes on beside it. */
@Tag("engines")
@Tag("pgvector")
class DatabaseFaultsTest {

    private static final String ENGINE = "embedded, PostgreSQL with pgvector";

    @Fault(
            area = Area.DATABASE,
            what = "it is killed",
            how = "SIGKILL to its first process while a chat goes on beside it",
            engine = ENGINE,
            says = {"the vector database pg died: it ended with exit code"},
            within = 60)
    void killed(Trial trial) throws Exception {
        lose(trial, "KILL");
    }

    @Fault(
            area = Area.DATABASE,
            what = "it hangs",
            how = "SIGSTOP to all its processes while a chat goes on beside it; a statement may take 10 s",
            engine = ENGINE,
            says = {"the vector database pg (is running) failed to search"},
            within = 120)
    void hangs(Trial trial) throws Exception {
        lose(trial, "STOP");
    }

    private static void lose(Trial trial, String signal) throws Exception {
        GateProcess gate = trial.start(
                FaultPlan.embedded()
                        .with(
                                "databases",
                                "databases: {pg: {driver: postgresql}}\nretrieval: {vectors: 500, dimension: 32, neighbours: 3,"
                                        + " rate: 20 req/s, queries: 10, text-share: 50 %}")
                        .with("contexts", "4k: 160, 8k: 96")
                        .with(
                                "row",
                                "{id: F1, foreground: ill, vectors: pg, chat: 4k, engine: odd, targets: [vector_search_recall > 50 %, vector_query_completion_ratio > 50 %]}")
                        .with(
                                "sampling",
                                "{warm-up: 0, requests: 150, output-tokens: 32, think-time: 100 ms, stall-timeout: 5 s,"
                                        + " load-timeout: 10 s, time-limit: 2 min, unsteady: allow}"),
                Surroundings.USUAL,
                Scenes.Before.class,
                Scenes.BesideADatabase.class);
        ProcessHandle database = gate.awaitDescendant("listen_addresses");
        gate.awaitConsole("beside its database");
        trial.inject();
        if (signal.equals("STOP")) {
            database.descendants().forEach(process -> Sabotage.signal(signal, process.pid()));
        }
        Sabotage.signal(signal, database.pid());
        assertThat(gate.exitCode()).isNotZero();
        trial.conclude();
    }
}
