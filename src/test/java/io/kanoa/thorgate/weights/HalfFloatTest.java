package io.kanoa.thorgate.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HalfFloatTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0000",
        "-0.0, 8000",
        "1, 3c00",
        "-2, c000",
        "0.1, 2e66",
        "65504, 7bff",
        "0.00006103515625, 0400",
        "0.00001, 0000",
        "1.00048828125, 3c00",
        "1.00146484375, 3c02"
    })
    void number_becomesNearestHalf(float value, String bits) {
        assertThat(String.format("%04x", HalfFloat.of(value) & 0xFFFF)).isEqualTo(bits);
    }

    @ParameterizedTest
    @ValueSource(floats = {65536f, -1e9f, Float.NaN, Float.POSITIVE_INFINITY})
    void outOfRange_isRefused(float value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HalfFloat.of(value))
                .withMessageContaining(String.valueOf(value));
    }

    @Test
    void everyRoundingIsWithinHalfAStep() {
        for (int i = 1; i < 10_000; i++) {
            float value = i / 10_000f;
            assertThat(back(HalfFloat.of(value))).isCloseTo(value, within(value / 2048));
        }
    }

    private static float back(short half) {
        int exponent = (half >>> 10 & 0x1F) - 15;
        return (float) ((1 + (half & 0x3FF) / 1024.0) * Math.pow(2, exponent));
    }
}
