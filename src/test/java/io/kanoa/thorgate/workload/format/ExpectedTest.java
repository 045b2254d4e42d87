package io.kanoa.thorgate.workload.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.plan.WeightFormat;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedTest {

    @ParameterizedTest
    @CsvSource({
        "BF16, BF16 F32, true",
        "BF16, F16 F32, false",
        "BF16, BF16 F16, false",
        "FP16, F16 F32, true",
        "FP16, FP16, true",
        "FP16, BF16, false",
        "FP16, FP16 AWQ, false",
        "FP8, BF16 FP8, true",
        "FP8, BF16, false",
        "NVFP4, BF16 MODELOPT_FP4, true",
        "NVFP4, F32 NVFP4, true",
        "NVFP4, F32 MXFP4, false",
        "MXFP4, F32 NVFP4, false",
        "MXFP4, F32 MXFP4, true",
        "AWQ, FP16 AWQ_MARLIN, true",
        "AWQ, FP16 GPTQ, false",
        "GPTQ, FP16 GPTQ_MARLIN, true",
        "GPTQ, FP16, false",
        "Q8_0, F16 F32 Q8_0, true",
        "Q4_0, F16 F32 Q4_1, false",
        "Q4_0, FP16 GGUF, true",
        "Q4_K_M, F16 F32 Q4_K Q6_K, true",
        "Q4_K_M, F16 F32 Q6_K, false"
    })
    void format_isAmongWhatIsHeld(WeightFormat format, String held, boolean is) {
        assertThat(Expected.isAmong(Set.of(held.split(" ")), format)).isEqualTo(is);
    }
}
