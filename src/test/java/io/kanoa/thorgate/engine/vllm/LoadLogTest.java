package io.kanoa.thorgate.engine.vllm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoadLogTest {

    private static final String READ =
            "(EngineCore pid=7) INFO [default_loader.py:268] Loading weights took 12.50 seconds";
    private static final String LOADED =
            "(EngineCore pid=7) INFO [gpu_model_runner.py:2602] Model loading took 14.9889 GiB and 13.25 seconds";
    private static final String LOADED_NEWER =
            "(EngineCore pid=7) INFO [gpu_model_runner.py:4118] Model loading took 14.99 GiB memory and 13.75 seconds";

    @Test
    void reading_counts_whereNothingElseIsTold() {
        assertThat(LoadLog.read(List.of("other", READ)).weightsNanos()).isEqualTo(12_500_000_000L);
    }

    @Test
    void loadingAsAWhole_countsBeforeReading() {
        assertThat(LoadLog.read(List.of(READ, LOADED)).weightsNanos()).isEqualTo(13_250_000_000L);
    }

    @Test
    void slowestProcess_counts() {
        assertThat(LoadLog.read(List.of(LOADED_NEWER, LOADED)).weightsNanos()).isEqualTo(13_750_000_000L);
    }

    @Test
    void logOfDummyWeightsOnACpu_tellsNothing() {
        assertThat(LoadLog.read(Captured.words("start.log").lines().toList()).weightsNanos())
                .isZero();
    }
}
