package io.kanoa.thorgate.weights.tiny;

import io.kanoa.thorgate.weights.HalfFloat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;

/** Numbers in the types of safetensors, little-endian; random ones are the same for the same seed. */
final class RandomNumbers {

    /** Deviation of E2M1 numbers whose digits are uniformly random. */
    static final double OF_E2M1 = 2.9;

    /** Deviation of unsigned 4-bit numbers around their zero point. */
    static final double OF_NIBBLES = 4.6;

    private static final int E4M3_DIGITS_BUT_EXPONENT = 0b10000111;

    private final Random random;

    RandomNumbers(long seed) {
        random = new Random(seed);
    }

    /** Any bytes. */
    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** FP8 (E4M3) numbers of either sign, from 1 up to below 2. */
    byte[] e4m3(int count) {
        byte[] bytes = bytes(count);
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (bytes[i] & E4M3_DIGITS_BUT_EXPONENT | powerAsE4m3(1));
        }
        return bytes;
    }

    /** Normally distributed numbers of a plain type. */
    byte[] gaussian(String type, int count, double deviation) {
        return plain(type, count, () -> random.nextGaussian() * deviation);
    }

    /** One number over and over, in a plain type. */
    static byte[] all(String type, int count, double value) {
        return plain(type, count, () -> value);
    }

    /** One byte over and over. */
    static byte[] all(int count, int value) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** The power of two not above {@code value}, as E4M3. */
    static int powerAsE4m3(double value) {
        return Math.getExponent(value) + 7 << 3;
    }

    private static byte[] plain(String type, int count, DoubleSupplier values) {
        BiConsumer<ByteBuffer, Float> put = switch (type) {
            case "F32" -> ByteBuffer::putFloat;
            case "F16" -> (buffer, value) -> buffer.putShort(HalfFloat.of(value));
            case "BF16" -> (buffer, value) -> buffer.putShort((short) (Float.floatToIntBits(value) >>> Short.SIZE));
            default -> throw new IllegalArgumentException("no plain type: " + type);
        };
        int bytes = type.equals("F32") ? Float.BYTES : Short.BYTES;
        ByteBuffer buffer = ByteBuffer.allocate(count * bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            put.accept(buffer, (float) values.getAsDouble());
        }
        return buffer.array();
    }
}
