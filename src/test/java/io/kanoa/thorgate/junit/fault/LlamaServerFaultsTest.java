package io.kanoa.thorgate.junit.fault;

import io.kanoa.thorgate.engine.llamaserver.RealLlama;
import io.kanoa.thorgate.junit.fault.Fault.Area;
import org.junit.jupiter.api.Tag;

/** The real llama-server, in custody, that is killed or stopped. */
@Tag("engines")
@Tag("llama-server")
class LlamaServerFaultsTest {

    private static final String ENGINE = "llama-server with SmolLM2";
    private static final long MIDWAY_MILLIS = 3_000;

    @Fault(
            area = Area.LIFE,
            what = "it is killed in the middle of an answer",
            how = "SIGKILL while the row is measured",
            engine = ENGINE,
            says = {"died: it ended with exit code 137 (signal 9)", "something killed it"},
            within = 10)
    void killedMidway(Trial trial) {
        strike(trial, "KILL", 10);
    }

    @Fault(
            area = Area.LIFE,
            what = "it is stopped for good",
            how = "SIGSTOP while the row is measured, so that it does not heed SIGTERM either; stall timeout 2 s",
            engine = ENGINE,
            says = {"hangs: it is running, but 3 requests in a row stalled, the last with nothing for 2."},
            within = 15)
    void stoppedMidway(Trial trial) {
        strike(trial, "STOP", 2);
    }

    private static void strike(Trial trial, String signal, int stallSeconds) {
        Thread striker = new Thread(() -> {
            long pid = Engines.awaitChild("--alias ill").orElseThrow();
            Sabotage.sleep(MIDWAY_MILLIS);
            trial.inject();
            Sabotage.signal(signal, pid);
        });
        striker.setDaemon(true);
        striker.start();
        trial.run(
                FaultPlan.llamaServer(RealLlama.model())
                        .with(
                                "sampling",
                                "{warm-up: 0, requests: 400, output-tokens: 256, think-time: 1 ms, stall-timeout: "
                                        + stallSeconds
                                        + " s, load-timeout: 20 s, time-limit: 30 s, unsteady: allow}"),
                Scenes.Before.class,
                Scenes.Meanwhile.class);
        trial.conclude();
    }
}
