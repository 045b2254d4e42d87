package io.kanoa.thorgate.engine.vllm;

import static org.awaitility.Awaitility.await;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.ReportedFigure;
import io.kanoa.thorgate.engine.SelfWatch;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;

/** vLLM's metrics since a moment. */
record MetricsWatch(VllmApi api, VllmMetrics before) implements SelfWatch {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CATCHES_UP_WITHIN = Duration.ofSeconds(5);

    static MetricsWatch begin(VllmApi api) {
        return new MetricsWatch(api, now(api));
    }

    /** {@inheritDoc} An answer's last token is out a moment before it is counted; a server that is idle has counted all. */
    @Override
    public List<ReportedFigure> read() {
        try {
            VllmMetrics after = await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(CATCHES_UP_WITHIN)
                    .until(() -> now(api), VllmMetrics::isIdle);
            return new VllmFigures(after.since(before)).all();
        } catch (ConditionTimeoutException e) {
            throw new EngineException(
                    "vLLM has requests under way " + CATCHES_UP_WITHIN.toSeconds()
                            + " s after the last of ours ended: its metrics would mix them with ours",
                    List.of());
        }
    }

    private static VllmMetrics now(VllmApi api) {
        return VllmMetrics.parse(api.metrics());
    }
}
