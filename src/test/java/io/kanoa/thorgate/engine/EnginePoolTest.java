package io.kanoa.thorgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.Serving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EnginePoolTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Serving ONE = serving("one");
    private static final Serving TWO = serving("two");
    private static final Serving THREE = serving("three");

    private final List<String> journal = new ArrayList<>();
    private final Set<Serving> dead = new HashSet<>();
    private final Set<Serving> killed = new HashSet<>();
    private final Set<Serving> broken = new HashSet<>();
    private final Map<Serving, Runnable> endOf = new HashMap<>();
    private double available = 10e9;
    private final EnginePool pool = new EnginePool(Map.of("fake", this::start), () -> available);

    @Test
    void end_alsoEndsTheServerThatStays_unlessAnotherModelNeedsIt() {
        EnginePool own = new EnginePool(Map.of("fake", new Staying()), () -> available);
        own.require(List.of(ONE, TWO), PATIENCE);

        assertThat(own.end(ONE)).isPresent();
        assertThat(journal).doesNotContain("close");
        assertThat(own.end(TWO)).isPresent();
        assertThat(journal).endsWith("close");
        assertThat(own.end(TWO)).isEmpty();
    }

    private static Serving serving(String model) {
        return new Serving(new Model(model, model, List.of(), "", "", null), new EngineSpec("e", "fake", List.of()));
    }

    private RunningEngine start(Serving serving, Duration timeout) {
        journal.add("start " + serving.model().id());
        if (broken.contains(serving)) {
            throw new EngineException("out of order", List.of("its last line"));
        }
        return new Fake(serving);
    }

    /** A driver that keeps something running between models. */
    private final class Staying implements Engine {
        @Override
        public RunningEngine start(Serving serving, Duration timeout) {
            return EnginePoolTest.this.start(serving, timeout);
        }

        @Override
        public void close() {
            journal.add("close");
        }
    }

    private final class Fake extends StillEngine {

        Fake(Serving serving) {
            super(serving);
        }

        @Override
        public OptionalLong processId() {
            return OptionalLong.of(serving().model().id().length());
        }

        @Override
        public boolean isAlive() {
            return !dead.contains(serving());
        }

        @Override
        public boolean wasKilled() {
            return killed.contains(serving());
        }

        @Override
        public long unload() {
            journal.add("end " + serving().model().id());
            if (broken.contains(serving())) {
                throw new EngineException("does not end", List.of());
            }
            endOf.getOrDefault(serving(), () -> {}).run();
            return 7;
        }
    }

    @Test
    void unloadRunning_isAsUnload_andEndsTheServerIfAsked() {
        EnginePool own = new EnginePool(Map.of("fake", new Staying()), () -> available);
        own.require(List.of(ONE), PATIENCE);
        assertThat(own.unloadRunning(ONE, false).nanos()).isEqualTo(7);
        assertThat(journal).containsExactly("start one", "end one");

        own.require(List.of(ONE), PATIENCE);
        assertThat(own.unloadRunning(ONE, true).serving()).isEqualTo(ONE);
        assertThat(journal).endsWith("end one", "close");
    }

    @Test
    void engineThatEndedByItself_orWasKilledAsItWasUnloaded_wasNotUnloaded() {
        pool.require(List.of(ONE, TWO), PATIENCE);
        dead.add(ONE);
        endOf.put(TWO, () -> killed.add(TWO));

        assertThatThrownBy(() -> pool.unloadRunning(ONE, false))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("one on e was to be unloaded, but it is gone");
        assertThatThrownBy(() -> pool.unloadRunning(TWO, false))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("two on e was to be unloaded, but it ");
        assertThatThrownBy(() -> pool.unloadRunning(THREE, false))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("three on e was to be unloaded, but it does not run");
        assertThat(journal).containsExactly("start one", "start two", "end two");
    }

    @Test
    void engineThatRuns_isShared() {
        pool.require(List.of(ONE), PATIENCE);
        pool.require(List.of(ONE), PATIENCE);

        assertThat(journal).containsExactly("start one");
    }

    @Test
    void enginesNotNeeded_areEndedBeforeOthersStart_theLastFirst() {
        pool.require(List.of(ONE, TWO), PATIENCE);
        pool.require(List.of(THREE), PATIENCE);

        assertThat(journal).containsExactly("start one", "start two", "end two", "end one", "start three");
    }

    @Test
    void processes_areToldToOthers_whileAnEngineEnds() {
        List<Collection<Long>> seen = new ArrayList<>();
        endOf.put(
                ONE,
                () -> seen.add(CompletableFuture.supplyAsync(pool::processIds)
                        .orTimeout(5, TimeUnit.SECONDS)
                        .join()));
        pool.require(List.of(ONE, THREE), PATIENCE);
        assertThat(pool.processIds()).containsExactly(3L, 5L);

        pool.unload(ONE);

        assertThat(seen).containsExactly(List.of(5L));
    }

    @Test
    void engineThatDied_isStartedAgain() {
        pool.require(List.of(ONE), PATIENCE);
        dead.add(ONE);
        pool.require(List.of(ONE), PATIENCE);

        assertThat(journal).containsExactly("start one", "end one", "start one");
    }

    @Test
    void startThatFailed_failsAgainAtOnce() {
        broken.add(ONE);

        assertThatThrownBy(() -> pool.require(List.of(ONE), PATIENCE)).hasMessageContaining("out of order");
        assertThatThrownBy(() -> pool.require(List.of(ONE), PATIENCE))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("failed before")
                .hasMessageContaining("its last line");
        assertThat(journal).containsExactly("start one");
    }

    @Test
    void unknownDriver_isToldWithTheKnownOnes() {
        Serving serving = new Serving(ONE.model(), new EngineSpec("e", "other", List.of()));

        assertThatThrownBy(() -> pool.require(List.of(serving), PATIENCE))
                .hasMessageContaining("no driver \"other\"")
                .hasMessageContaining("[fake]");
    }

    @Test
    void close_endsAll_evenIfOneDoesNotEnd() {
        pool.require(List.of(ONE, TWO, THREE), PATIENCE);
        broken.add(TWO);

        assertThatThrownBy(pool::close).hasMessageContaining("does not end");

        assertThat(journal).endsWith("end three", "end two", "end one");
        assertThat(pool.processIds()).isEmpty();
    }

    @Test
    void unload_givesItsTime_andNothingForAnEngineThatDoesNotRun() {
        pool.require(List.of(ONE), PATIENCE);

        assertThat(pool.unload(ONE)).get().extracting(Unload::nanos).isEqualTo(7L);
        assertThat(pool.unload(ONE)).isEmpty();
        assertThat(pool.unloads()).hasSize(1);
    }

    @Test
    void memoryThatDoesNotComeBack_isTold() {
        pool.require(List.of(ONE), PATIENCE);
        available = 6e9;
        endOf.put(ONE, () -> available = 9e9);

        Unload unload = pool.unload(ONE).orElseThrow();

        assertThat(unload.heldBytes()).isEqualTo(4e9);
        assertThat(unload.keptBytes()).isEqualTo(1e9);
        assertThat(unload.keptMemory()).isTrue();
    }

    @Test
    void memoryThatComesBack_butForALittle_isFine() {
        pool.require(List.of(ONE), PATIENCE);
        available = 6e9;
        endOf.put(ONE, () -> available = 9.8e9);

        assertThat(pool.unload(ONE).orElseThrow().keptMemory()).isFalse();
    }

    @Test
    void memory_isNotToldWhereAnotherEngineStartedMeanwhile() {
        pool.require(List.of(ONE, TWO), PATIENCE);
        available = 1e9;

        Unload unload = pool.unload(ONE).orElseThrow();

        assertThat(unload.keptBytes()).isNaN();
        assertThat(unload.keptMemory()).isFalse();
    }

    @Test
    void memoryOfTwoEngines_isToldOfEach_whereTheLastEndsFirst() {
        pool.require(List.of(ONE), PATIENCE);
        available = 7e9;
        pool.require(List.of(ONE, TWO), PATIENCE);
        available = 3e9;
        endOf.put(TWO, () -> available = 7e9);
        endOf.put(ONE, () -> available = 8e9);

        pool.close();

        assertThat(pool.unloads())
                .extracting(Unload::heldBytes, Unload::keptBytes)
                .containsExactly(tuple(4e9, 0.0), tuple(3e9, 2e9));
    }

    @Test
    void close_closesTheDriversLast() {
        EnginePool closing = new EnginePool(Map.of("fake", new Staying()), () -> Double.NaN);
        closing.require(List.of(ONE), PATIENCE);

        closing.close();

        assertThat(journal).containsExactly("start one", "end one", "close");
    }
}
