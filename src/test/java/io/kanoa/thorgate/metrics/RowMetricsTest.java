package io.kanoa.thorgate.metrics;

import static io.kanoa.thorgate.metrics.Timelines.sample;
import static io.kanoa.thorgate.telemetry.SampleChannels.ENGINE_PSS_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.MEMORY_AVAILABLE_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.MEMORY_TOTAL_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.OOM_KILLS_COUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.Unload;
import io.kanoa.thorgate.metrics.Observations.Extreme;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.metrics.Observations.Share;
import io.kanoa.thorgate.metrics.Observations.Trials;
import io.kanoa.thorgate.metrics.Observations.TwoSamples;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.SwapStrategy;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.stream.Outcome;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.workload.swap.CacheState;
import io.kanoa.thorgate.workload.swap.Direction;
import io.kanoa.thorgate.workload.swap.DiskRead;
import io.kanoa.thorgate.workload.swap.SwapCase;
import io.kanoa.thorgate.workload.swap.SwapTimes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowMetricsTest {

    @Test
    void memory_takesExtremesOverWholeSamplesOnly() {
        var found = Metrics.of(Timelines.sampled(
                List.of(),
                List.of(
                        sample(0, Map.of(MEMORY_TOTAL_BYTES, 100.0, MEMORY_AVAILABLE_BYTES, 60.0)),
                        sample(1, Map.of(MEMORY_TOTAL_BYTES, 100.0, MEMORY_AVAILABLE_BYTES, 30.0)),
                        sample(2, Map.of(MEMORY_TOTAL_BYTES, 100.0)),
                        sample(3, Map.of(ENGINE_PSS_BYTES, 7.0)),
                        sample(4, Map.of(ENGINE_PSS_BYTES, 9.0)))));

        assertThat(found.get(Metric.MEMORY_USED_PEAK)).isEqualTo(new Extreme(70, 2));
        assertThat(found.get(Metric.MEMORY_AVAILABLE_MIN)).isEqualTo(new Extreme(30, 2));
        assertThat(found.get(Metric.ENGINE_MEMORY_PEAK)).isEqualTo(new Extreme(9, 2));
    }

    @Test
    void noMemorySample_isMissing() {
        var found = Metrics.of(Timelines.measured(List.of(Timelines.steady(0))));

        assertThat(found.get(Metric.ENGINE_MEMORY_PEAK))
                .isEqualTo(new Missing("no sample carries the engine's memory"));
    }

    @Test
    void degradation_setsMeasuredBesideAlone() {
        var found = Metrics.of(Timelines.neighbours(
                List.of(Timelines.steady(0), Timelines.failure(400)),
                List.of(Timelines.steady(5000), Timelines.steady(6000)),
                List.of()));

        TwoSamples ttft = (TwoSamples) found.get(Metric.TIME_TO_FIRST_TOKEN_DEGRADATION);
        TwoSamples itl = (TwoSamples) found.get(Metric.INTER_TOKEN_LATENCY_DEGRADATION);

        assertThat(ttft.beside()).containsExactly(100);
        assertThat(ttft.alone()).containsExactly(100, 100);
        assertThat(ttft.failed()).isEqualTo(1);
        assertThat(itl.beside()).containsExactly(20);
    }

    @Test
    void backgroundCompletion_countsWhatWasDueBesideTheForeground() {
        Timeline cancelled =
                Timelines.sentAt(290).failed(Outcome.Kind.CANCELLED).make();
        var found = Metrics.of(Timelines.neighbours(
                List.of(Timelines.steady(0)),
                List.of(),
                List.of(Timelines.steady(-10), Timelines.steady(50), cancelled, Timelines.steady(400))));

        assertThat(found.get(Metric.BACKGROUND_COMPLETION_RATIO)).isEqualTo(new Share(1, 2));
    }

    @Test
    void backlog_isTheMostThatWasDueAndHadNotEnded() {
        var found = Metrics.of(Timelines.neighbours(
                List.of(Timelines.steady(0), Timelines.steady(1000)),
                List.of(),
                List.of(Timelines.steady(10), Timelines.steady(20), Timelines.steady(30), Timelines.steady(900))));

        assertThat(found.get(Metric.BACKGROUND_BACKLOG_PEAK)).isEqualTo(new Extreme(3, 4));
    }

    @Test
    void backgroundLatency_beginsWhenTheRequestFellDue() {
        Timeline late = Timelines.sentAt(50).dueAt(10).chunk(80).make();
        var found = Metrics.of(
                Timelines.neighbours(List.of(Timelines.steady(0)), List.of(), List.of(late, Timelines.failure(20))));

        assertThat(((PerRequest) found.get(Metric.BACKGROUND_REQUEST_LATENCY)).values())
                .containsExactly(70, Double.NaN);
    }

    @Test
    void killsForWantOfMemory_areCountedFromTheRowsFirstSample() {
        var found = Metrics.of(Timelines.sampled(
                List.of(),
                List.of(
                        sample(0, Map.of(OOM_KILLS_COUNT, 7.0)),
                        sample(1, Map.of(OOM_KILLS_COUNT, 7.0)),
                        sample(2, Map.of(OOM_KILLS_COUNT, 9.0)))));

        assertThat(found.get(Metric.OUT_OF_MEMORY_KILLS)).isEqualTo(new Extreme(2, 3));
    }

    @Test
    void swaps_areKeptApartByDirectionAndState_andOnlyColdOnesThereAreTheLoad() {
        var found = Metrics.of(swapped(
                SwapStrategy.RESTART,
                swap(Direction.THERE, CacheState.COLD, 4),
                swap(Direction.BACK, CacheState.COLD, 3),
                swap(Direction.THERE, CacheState.WARM, 2),
                swap(Direction.BACK, CacheState.WARM, 1)));

        assertThat(((Trials) found.get(Metric.MODEL_SWAP_TIME)).values()).containsExactly(4);
        assertThat(((Trials) found.get(Metric.MODEL_SWAP_BACK_TIME)).values()).containsExactly(3);
        assertThat(((Trials) found.get(Metric.MODEL_SWAP_TIME_WARM)).values()).containsExactly(2);
        assertThat(((Trials) found.get(Metric.MODEL_SWAP_BACK_TIME_WARM)).values())
                .containsExactly(1);
        assertThat(((Trials) found.get(Metric.MODEL_LOAD_TIME)).values()).containsExactly(0.9);
        RatioOfSums rate = (RatioOfSums) found.get(Metric.WEIGHTS_READ_RATE);
        assertThat(rate.numerators()).containsExactly(2.0);
        assertThat(rate.denominators()).containsExactly(0.5);
    }

    @Test
    void swapsThatReadNoFile_holdForColdAndWarmAlike() {
        var found = Metrics.of(swapped(SwapStrategy.RESIDENT, swap(Direction.THERE, CacheState.NO_DISK, 1)));

        assertThat(((Trials) found.get(Metric.MODEL_SWAP_TIME)).values()).containsExactly(1);
        assertThat(((Trials) found.get(Metric.MODEL_SWAP_TIME_WARM)).values()).containsExactly(1);
        assertThat(found.get(Metric.WEIGHTS_READ_RATE)).isEqualTo(new Missing("resident reads no weights from files"));
        assertThat(found.get(Metric.MODEL_LOAD_TIME)).isInstanceOf(Missing.class);
    }

    @Test
    void swapsThatCouldNotBeCold_areMissing_withTheReason() {
        Evidence evidence = swapped(SwapStrategy.RESTART, swap(Direction.THERE, CacheState.WARM, 2))
                .withSwapProblems(Map.of(new SwapCase(Direction.THERE, CacheState.COLD), "no dd"));

        assertThat(Metrics.of(evidence).get(Metric.MODEL_SWAP_TIME))
                .isEqualTo(new Missing("no cold swap could be measured: no dd"));
    }

    private static SwapTimes swap(Direction direction, CacheState state, int seconds) {
        return new SwapTimes(
                new SwapCase(direction, state),
                new DiskRead(2e9, 0, 3e9),
                new Unload(serving(), 1, 0, 0),
                300_000_000L,
                500_000_000L,
                100_000_000L,
                1,
                seconds * 1_000_000_000L,
                Double.NaN);
    }

    private static Evidence swapped(SwapStrategy strategy, SwapTimes... swaps) {
        return new Evidence(
                Timelines.row().with(new Work.Swap(serving(), serving(), strategy)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(swaps),
                List.of(),
                List.of());
    }

    private static Serving serving() {
        return new Serving(new Model("m", "m", List.of(), "", "", null), new EngineSpec("e", "embedded", List.of()));
    }

    @Test
    void swapsAndLoads_areTrialsInSeconds() {
        Unload unload = new Unload(serving(), 1, 0, 0);
        SwapCase cold = new SwapCase(Direction.THERE, CacheState.COLD);
        SwapTimes swap = new SwapTimes(cold, DiskRead.NONE, unload, 1, 1, 1, 1, 4_500_000_000L, 2e9);
        SwapTimes blind = new SwapTimes(cold, DiskRead.NONE, unload, 1, 1, 1, 1, 5_500_000_000L, Double.NaN);
        EngineStart start = new EngineStart(0, 100_000_000L, 200_000_000L, 300_000_000L, "1", "f", List.of());
        var found = Metrics.of(new Evidence(
                Timelines.row(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(swap, blind),
                List.of(),
                List.of(start)));

        assertThat(((Trials) found.get(Metric.MODEL_SWAP_TIME)).values()).containsExactly(4.5, 5.5);
        assertThat(((Trials) found.get(Metric.MEMORY_RETURNED_AFTER_UNLOAD)).values())
                .containsExactly(2e9, Double.NaN);
        assertThat(((Trials) found.get(Metric.MODEL_LOAD_TIME)).values()).containsExactly(0.6);
    }
}
