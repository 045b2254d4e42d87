package io.kanoa.thorgate.weights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecisionTest {

    @ParameterizedTest
    @CsvSource({
        "BF16, BF16, 16",
        "bfloat16, BF16, 16",
        "F16, FP16, 16",
        "16 bit, FP16, 16",
        "float16, FP16, 16",
        "FP8, FP8, 8",
        "AWQ 4-bit, AWQ, 4.15625",
        "4-bit, 4-bit, 4.25",
        "NVFP4, NVFP4, 4.5",
        "GGUF Q4_K_M, Q4_K_M, 4.89",
        "Q4_1, Q4_1, 5",
        "q8_0, Q8_0, 8.5",
        "IQ4_XS, IQ4_XS, 4.25"
    })
    void words_areUnderstood(String words, String name, double bits) {
        Precision precision = Precision.of(words).orElseThrow();
        assertThat(precision.name()).isEqualTo(name);
        assertThat(precision.bits()).isEqualTo(bits);
    }

    @Test
    void otherWords_areNoPrecision() {
        assertThat(Precision.of("as good as it gets")).isEmpty();
    }

    @Test
    void fourBit_coversFormatsOfFourBitsOnly() {
        assertThat(Precision.FOUR_BIT.agreesWith(Precision.AWQ)).isTrue();
        assertThat(Precision.NVFP4.agreesWith(Precision.FOUR_BIT)).isTrue();
        assertThat(Precision.AWQ.agreesWith(Precision.GPTQ)).isFalse();
        assertThat(Precision.FOUR_BIT.agreesWith(Precision.FP8)).isFalse();
        assertThat(Precision.BF16.agreesWith(Precision.FP16)).isFalse();
    }
}
