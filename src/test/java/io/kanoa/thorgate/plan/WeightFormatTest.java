package io.kanoa.thorgate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeightFormatTest {

    @Test
    void fp4_isNvfp4AndMxfp4() {
        assertThat(WeightFormat.of("FP4")).containsExactly(WeightFormat.NVFP4, WeightFormat.MXFP4);
    }

    @Test
    void words_meanEachFormatOnce() {
        assertThat(WeightFormat.of(List.of("MXFP4", "FP4", "AWQ")))
                .containsExactly(WeightFormat.MXFP4, WeightFormat.NVFP4, WeightFormat.AWQ);
        assertThat(WeightFormat.words()).allMatch(word -> !WeightFormat.of(word).isEmpty());
    }
}
