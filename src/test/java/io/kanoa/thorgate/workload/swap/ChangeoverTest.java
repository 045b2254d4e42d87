package io.kanoa.thorgate.workload.swap;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.engine.Engine;
import io.kanoa.thorgate.engine.EnginePool;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.StillEngine;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.SwapStrategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeoverTest {

    private static final Serving ONE = serving("one");
    private static final Serving TWO = serving("two");

    private final List<String> journal = new ArrayList<>();
    private double available = 10e9;

    @Test
    void restart_endsWhatStaysBetweenModelsToo() {
        Changeover restart = changeover(SwapStrategy.RESTART);
        restart.begin(ONE, TWO);

        Change change = restart.change(ONE, TWO);

        assertThat(journal).containsExactly("start one", "end one", "end servers", "start two");
        assertThat(change.memoryReturnedBytes()).isEqualTo(3e9);
        assertThat(change.start()).isPresent();
        assertThat(List.of(change.processNanos(), change.weightsNanos(), change.readyNanos()))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void keepAlive_leavesTheServer() {
        Changeover keepAlive = changeover(SwapStrategy.KEEP_ALIVE);
        keepAlive.begin(ONE, TWO);

        keepAlive.change(ONE, TWO);

        assertThat(journal).containsExactly("start one", "end one", "start two");
    }

    @Test
    void residentModels_areNeitherStartedNorEnded() {
        Changeover resident = changeover(SwapStrategy.RESIDENT);
        resident.begin(ONE, TWO);

        Change change = resident.change(ONE, TWO);

        assertThat(journal).containsExactly("start one", "start two");
        assertThat(change.engine().serving()).isEqualTo(TWO);
        assertThat(change.memoryReturnedBytes()).isNaN();
        assertThat(change.start()).isEmpty();
    }

    private Changeover changeover(SwapStrategy strategy) {
        EnginePool pool = new EnginePool(Map.of("fake", new Driver()), () -> available);
        return Changeover.of(strategy, pool, Duration.ofSeconds(1), () -> available);
    }

    private static Serving serving(String model) {
        return new Serving(new Model(model, model, List.of(), "", "", null), new EngineSpec("e", "fake", List.of()));
    }

    private final class Driver implements Engine {

        @Override
        public RunningEngine start(Serving serving, Duration timeout) {
            journal.add("start " + serving.model().id());
            available -= 3e9;
            return new Running(serving);
        }

        @Override
        public void close() {
            journal.add("end servers");
        }
    }

    private final class Running extends StillEngine {

        Running(Serving serving) {
            super(serving);
        }

        @Override
        public long unload() {
            journal.add("end " + serving().model().id());
            available += 3e9;
            return 1;
        }
    }
}
