package io.kanoa.thorgate.metrics;

import static io.kanoa.thorgate.telemetry.SampleChannels.ENGINE_GPU_MEMORY_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.ENGINE_PSS_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_MEMORY_USED_BYTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.HeldCache;
import io.kanoa.thorgate.metrics.Observations.Extreme;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.telemetry.Sample;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MemoryGrowthTest {

    @Test
    void growth_isCountedFromTheFirstReadingOfTheRowsRequests_notFromLoading() {
        assertThat(growth(pss(-2_000, 1e9), pss(10, 5e9), pss(1_050, 5.5e9), pss(2_200, 5.2e9), pss(9_000, 9e9)))
                .isEqualTo(new Extreme(0.5e9, 5));
    }

    @Test
    void memoryOnAGpu_isAddedWhereThereIsOne() {
        assertThat(growth(gpu(10, 1e9, 5e9), gpu(1_050, 1.1e9, 5.2e9), gpu(2_200, 1.1e9, 5.2e9)))
                .isInstanceOfSatisfying(
                        Extreme.class, extreme -> assertThat(extreme.value()).isCloseTo(0.3e9, within(1.0)));
    }

    @Test
    void gpuWhoseDriverDoesNotCountTheEnginesMemory_leavesNoValue() {
        assertThat(growth(Timelines.sample(10, Map.of(ENGINE_PSS_BYTES, 5e9, GPU_MEMORY_USED_BYTES, 6e9))))
                .isEqualTo(new Missing("no sample carries the engine's memory while requests ran"));
    }

    @Test
    void noReadingWhileRequestsRan_leavesNoValue() {
        assertThat(growth(pss(-2_000, 1e9)))
                .isEqualTo(new Missing("no sample carries the engine's memory while requests ran"));
    }

    @Test
    void keyValueCache_isWhatTheEngineSays() {
        Evidence evidence = Timelines.measured(List.of(Timelines.steady(0)));
        HeldCache cache = new HeldCache(OptionalDouble.of(47e6), OptionalLong.empty());
        Evidence told = new Evidence(
                evidence.row(),
                List.of(),
                evidence.measured(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new EngineStart(0, 1, 2, 3, "v", "f", List.of(), cache)));

        assertThat(Metrics.of(told).get(Metric.KEY_VALUE_CACHE_MEMORY)).isEqualTo(new Extreme(47e6, 1));
        assertThat(Metrics.of(evidence).get(Metric.KEY_VALUE_CACHE_MEMORY))
                .isEqualTo(new Missing("the engine does not say how much memory it set aside for keys and values"));
    }

    /** Of three requests of 0.3 s, one a second. */
    private static Observations growth(Sample... samples) {
        return Metrics.of(Timelines.sampled(
                        List.of(Timelines.steady(0), Timelines.steady(1_000), Timelines.steady(2_000)),
                        List.of(samples)))
                .get(Metric.ENGINE_MEMORY_GROWTH);
    }

    private static Sample pss(double millis, double bytes) {
        return Timelines.sample(millis, Map.of(ENGINE_PSS_BYTES, bytes));
    }

    private static Sample gpu(double millis, double pss, double bytes) {
        return Timelines.sample(
                millis,
                Map.of(ENGINE_PSS_BYTES, pss, ENGINE_GPU_MEMORY_BYTES, bytes, GPU_MEMORY_USED_BYTES, bytes + 1e9));
    }
}
