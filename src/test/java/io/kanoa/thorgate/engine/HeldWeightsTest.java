package io.kanoa.thorgate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeldWeightsTest {

    @Test
    void llamaCppsLog_tellsTheTypesOfTheTensors() {
        HeldWeights held = HeldWeights.inLog(List.of(
                "0.00.199.908 I llama_model_loader: - kv  32:  general.quantization_version u32 = 2",
                "0.00.199.926 I llama_model_loader: - type  f32:   61 tensors",
                "0.00.199.945 I llama_model_loader: - type q4_1:  210 tensors"));

        assertThat(held)
                .isEqualTo(HeldWeights.of(java.util.stream.Stream.concat(
                                java.util.Collections.nCopies(61, "f32").stream(),
                                java.util.Collections.nCopies(210, "q4_1").stream())
                        .toList()));
        assertThat(held.told()).isEqualTo("61 x F32, 210 x Q4_1");
    }

    @Test
    void vllmsLog_tellsTypeAndQuantization() {
        HeldWeights held = HeldWeights.inLog(List.of("(EngineCore pid=1) INFO [core.py:1] Initializing a V1 LLM engine"
                + " (v0.32.0) with config: model='/m', dtype=torch.bfloat16, max_seq_len=256, quantization=awq_marlin,"
                + " enforce_eager=True"));

        assertThat(held.types()).containsExactlyInAnyOrder("BF16", "AWQ_MARLIN");
        assertThat(held.told()).isEqualTo("quantization=awq_marlin, dtype=bfloat16");
    }

    @Test
    void vllmWithoutQuantization_holdsItsTypeAlone() {
        assertThat(HeldWeights.inLog(List.of("with config: model='m', dtype=torch.float16, quantization=None, x=1"))
                        .types())
                .containsExactly("FP16");
    }

    @Test
    void otherLogs_tellNothing() {
        assertThat(HeldWeights.inLog(List.of("hello", "type of thing"))).isEqualTo(HeldWeights.NOT_TOLD);
        assertThat(HeldWeights.NOT_TOLD.isTold()).isFalse();
        assertThat(HeldWeights.NOT_TOLD.alsoCalled("Q4_0").isTold()).isFalse();
    }
}
