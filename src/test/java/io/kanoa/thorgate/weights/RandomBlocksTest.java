package io.kanoa.thorgate.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class RandomBlocksTest {

    private static final int ROW = 256;

    @Test
    void weightsOfABlock_haveTheDeviationThatKeepsActivationsFinite() throws IOException {
        ByteBuffer blocks = blocks(GgmlType.Q4_0, 32 * 1000);
        double squares = 0;
        while (blocks.hasRemaining()) {
            double scale = half(blocks.getShort());
            for (int i = 0; i < 16; i++) {
                int two = blocks.get();
                squares += square(scale * ((two & 15) - 8)) + square(scale * ((two >> 4 & 15) - 8));
            }
        }

        assertThat(Math.sqrt(squares / 32_000)).isBetween(0.9 / 16, 1.1 / 16);
    }

    @Test
    void scales_areFiniteAndNotZero() throws IOException {
        assertThat(half(blocks(GgmlType.Q8_0, 32).getShort())).isPositive();
        assertThat(half(blocks(GgmlType.Q4_K, 256).getShort())).isPositive();
        assertThat(half(blocks(GgmlType.Q6_K, 256).getShort(208))).isPositive();
        assertThat(Byte.toUnsignedInt(blocks(GgmlType.MXFP4, 32).get())).isEqualTo(127 - 6);
        assertThat(Byte.toUnsignedInt(blocks(GgmlType.NVFP4, 64).get(3))).isEqualTo(1 << 3);
    }

    @Test
    void typesThatAreNotMade_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> blocks(GgmlType.IQ1_S, 256))
                .withMessageContaining("IQ1_S");
    }

    private static ByteBuffer blocks(GgmlType type, int elements) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RandomBlocks(type, 1).write(out, ROW, elements);
        return ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Of a normal number. */
    private static double half(short bits) {
        return Math.scalb(1 + (bits & 1023) / 1024.0, (bits >> 10 & 31) - 15) * (bits < 0 ? -1 : 1);
    }

    private static double square(double x) {
        return x * x;
    }
}
