package io.kanoa.thorgate.workload.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.engine.EnginePool;
import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.server.AttachedEngine;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.stream.Dialect;
import io.kanoa.thorgate.stream.Endpoint;
import io.kanoa.thorgate.workload.Progress;
import io.kanoa.thorgate.workload.StopRule;
import io.kanoa.thorgate.workload.WorkloadException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SwappingTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Serving ONE = serving("one");
    private static final Serving TWO = serving("two");

    @Test
    void engineThatRanAlready_isNoSwap() {
        EnginePool pool = new EnginePool(Map.of("other", (serving, timeout) -> attached(serving)), () -> Double.NaN);
        Swapping swapping = new Swapping(
                pool,
                new Work.Swap(ONE, TWO),
                new Sampling(0, 5, 4, SECOND, SECOND, SECOND, SECOND, true),
                () -> Double.NaN,
                false,
                Progress.NONE);

        assertThatThrownBy(() -> swapping.run(StopRule.NEVER))
                .isInstanceOf(WorkloadException.class)
                .hasMessageStartingWith("one on e ran already")
                .hasMessageContaining("let the gate start this engine");
        assertThat(swapping.times()).isEmpty();
    }

    private static RunningEngine attached(Serving serving) {
        Endpoint endpoint = new Endpoint(URI.create("http://127.0.0.1:1"), Dialect.OPENAI_CHAT, "m");
        return new AttachedEngine(serving, endpoint, new EngineStart(0, 0, 0, 0, "v", "m", List.of()), () -> true);
    }

    private static Serving serving(String model) {
        return new Serving(new Model(model, model, List.of(), "", "", null), new EngineSpec("e", "other", List.of()));
    }
}
