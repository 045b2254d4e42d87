package io.kanoa.thorgate.weights;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/**
 * Blocks of quantized weights that are valid whatever their random digits are: scales are set, so that the weights of a row
 * have about the deviation that keeps activations finite. Layouts: ggml's {@code ggml-common.h}. The same seed gives the same
 * bytes.
 */
final class RandomBlocks {

    /** Deviations of uniform random digits, the block's fixed scales of {@link #block} included. */
    private static final double OF_NIBBLES = 4.6;

    private static final double OF_BYTES = 74;
    private static final double OF_Q4_K = 200;
    private static final double OF_Q6_K = 340;
    private static final double OF_E2M1 = 2.9;

    private static final int E8M0_BIAS = 127;
    private static final int SUPER_BLOCK = 256;
    private static final int SMALL_SCALE = 32;

    private final GgmlType type;
    private final Random random;

    RandomBlocks(GgmlType type, long seed) {
        this.type = type;
        this.random = new Random(seed);
    }

    /** @throws IllegalArgumentException if this class makes no blocks of the type */
    void write(OutputStream out, int rowLength, long elements) throws IOException {
        double deviation = 1 / Math.sqrt(rowLength);
        for (long left = elements; left > 0; left -= type.blockLength()) {
            out.write(block(deviation));
        }
    }

    private byte[] block(double deviation) {
        ByteBuffer block = ByteBuffer.allocate(Math.toIntExact(type.bytes(type.blockLength(), type.blockLength())))
                .order(ByteOrder.LITTLE_ENDIAN);
        random.nextBytes(block.array());
        switch (type) {
            case BF16 ->
                block.putShort(
                        0, (short) (Float.floatToIntBits((float) (random.nextGaussian() * deviation)) >>> Short.SIZE));
            case Q8_0 -> block.putShort(0, half(deviation / OF_BYTES));
            case Q4_0 -> block.putShort(0, half(deviation / OF_NIBBLES));
            case Q4_K -> block.putShort(0, half(deviation / OF_Q4_K)).putShort(2, half(deviation / OF_Q4_K * 7.5));
            case Q6_K -> q6(block, deviation);
            case MXFP4 -> block.put(0, (byte) (E8M0_BIAS + Math.getExponent(deviation / OF_E2M1)));
            case NVFP4 -> block.putInt(0, 0x01010101 * e4m3(deviation / OF_E2M1));
            default -> throw new IllegalArgumentException("no random blocks of " + type + " are made");
        }
        return block.array();
    }

    /** Sixteen scales of sub-blocks, kept small so that the scale of the block is a normal number. */
    private static void q6(ByteBuffer block, double deviation) {
        int scales = SUPER_BLOCK / 2 + SUPER_BLOCK / 4;
        for (int i = scales; i < scales + SUPER_BLOCK / 16; i++) {
            block.put(i, (byte) (block.get(i) % SMALL_SCALE));
        }
        block.putShort(scales + SUPER_BLOCK / 16, half(deviation / OF_Q6_K));
    }

    private static short half(double value) {
        return HalfFloat.of((float) value);
    }

    /** The power of two below {@code value} with a sign, 4 bits of exponent and 3 of mantissa. */
    private static int e4m3(double value) {
        return Math.max(1, Math.getExponent(value) + 7) << 3;
    }
}
