package io.kanoa.thorgate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YieldedMetricsTest {

    @Test
    void servingRows_yieldSpeedPowerAndMemoryButNothingOfNeighboursAndSwaps() {
        assertThat(YieldedMetrics.of(Work.SingleUser.class))
                .contains(
                        Metric.TIME_TO_FIRST_TOKEN,
                        Metric.VIN_AVERAGE_POWER,
                        Metric.MEMORY_AVAILABLE_MIN,
                        Metric.MODEL_LOAD_TIME,
                        Metric.REQUEST_FAILURE_RATIO)
                .doesNotContain(
                        Metric.INTER_TOKEN_LATENCY_DEGRADATION,
                        Metric.TIME_TO_FIRST_TOKEN_DEGRADATION,
                        Metric.BACKGROUND_COMPLETION_RATIO,
                        Metric.MODEL_SWAP_TIME,
                        Metric.MEMORY_RETURNED_AFTER_UNLOAD,
                        Metric.VECTOR_QUERY_LATENCY,
                        Metric.RETRIEVAL_TO_FIRST_TOKEN);
    }

    @Test
    void chatsBesideADatabase_yieldDegradationAndWhatTheDatabaseDoes_butNothingOfNeighbours() {
        assertThat(YieldedMetrics.of(Work.VectorSearch.class))
                .containsAll(YieldedMetrics.of(Work.SingleUser.class))
                .contains(
                        Metric.INTER_TOKEN_LATENCY_DEGRADATION,
                        Metric.TIME_TO_FIRST_TOKEN_DEGRADATION,
                        Metric.VECTOR_QUERY_LATENCY,
                        Metric.VECTOR_QUERY_LATENCY_ALONE,
                        Metric.VECTOR_SEARCH_RECALL,
                        Metric.VECTOR_INDEX_BUILD_TIME,
                        Metric.DATABASE_MEMORY_PEAK,
                        Metric.RETRIEVAL_TO_FIRST_TOKEN)
                .doesNotContain(Metric.BACKGROUND_COMPLETION_RATIO, Metric.MODEL_SWAP_TIME);
    }

    @Test
    void neighbours_yieldDegradationAndBackgroundToo() {
        assertThat(YieldedMetrics.of(Work.Neighbours.class))
                .contains(
                        Metric.INTER_TOKEN_LATENCY_DEGRADATION,
                        Metric.TIME_TO_FIRST_TOKEN_DEGRADATION,
                        Metric.BACKGROUND_COMPLETION_RATIO,
                        Metric.TIME_TO_FIRST_TOKEN,
                        Metric.BOARD_AVERAGE_POWER)
                .doesNotContain(Metric.MODEL_SWAP_TIME);
    }

    @Test
    void energyOfATokenBesideANeighbour_cannotBeTold() {
        assertThat(YieldedMetrics.of(Work.SingleUser.class)).contains(Metric.ENERGY_PER_OUTPUT_TOKEN);
        assertThat(YieldedMetrics.of(Work.Neighbours.class))
                .doesNotContain(
                        Metric.ENERGY_PER_OUTPUT_TOKEN,
                        Metric.ENERGY_PER_OUTPUT_TOKEN_ABOVE_IDLE,
                        Metric.OUTPUT_TOKENS_PER_JOULE);
    }

    @Test
    void swaps_yieldTimesAndMemoryOnly() {
        assertThat(YieldedMetrics.of(Work.Swap.class))
                .containsExactlyInAnyOrder(
                        Metric.MODEL_SWAP_TIME,
                        Metric.MODEL_SWAP_TIME_WARM,
                        Metric.MODEL_SWAP_BACK_TIME,
                        Metric.MODEL_SWAP_BACK_TIME_WARM,
                        Metric.WEIGHTS_READ_RATE,
                        Metric.MODEL_LOAD_TIME,
                        Metric.MEMORY_RETURNED_AFTER_UNLOAD,
                        Metric.MEMORY_USED_PEAK,
                        Metric.MEMORY_AVAILABLE_MIN,
                        Metric.ENGINE_MEMORY_PEAK,
                        Metric.ENGINE_GPU_MEMORY_PEAK,
                        Metric.OUT_OF_MEMORY_KILLS);
    }

    @Test
    void everyMetric_isYieldedBySomeWork_andFormatsYieldOnlyWhetherTheyAreServed() {
        assertThat(Metric.values())
                .allMatch(metric -> YieldedMetrics.of(Work.SingleUser.class).contains(metric)
                        || YieldedMetrics.of(Work.Neighbours.class).contains(metric)
                        || YieldedMetrics.of(Work.VectorSearch.class).contains(metric)
                        || YieldedMetrics.of(Work.Swap.class).contains(metric)
                        || YieldedMetrics.of(Work.FormatSupport.class).contains(metric));
        assertThat(YieldedMetrics.of(Work.FormatSupport.class)).containsExactly(Metric.FORMATS_SERVED);
    }

    @Test
    void everyKindOfWork_hasARowKind() {
        assertThat(Work.class.getPermittedSubclasses())
                .allMatch(work -> java.util.Arrays.stream(RowKind.values()).anyMatch(kind -> kind.work() == work));
    }
}
