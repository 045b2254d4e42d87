package io.kanoa.thorgate.weights;

/** IEEE 754 binary16, which Java 17 has no conversion for. */
public final class HalfFloat {

    private static final float LARGEST = 65504f;
    private static final float SMALLEST_NORMAL = 0x1p-14f;

    private HalfFloat() {}

    /**
     * The nearest half-precision number, ties to even; numbers below the normal range become zero.
     *
     * @throws IllegalArgumentException if it is not a number or out of range
     */
    public static short of(float value) {
        if (!(Math.abs(value) <= LARGEST)) {
            throw new IllegalArgumentException(value + " does not fit half precision");
        }
        int bits = Float.floatToIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        if (Math.abs(value) < SMALLEST_NORMAL) {
            return (short) sign;
        }
        int rounded = bits + 0xFFF + (bits >>> 13 & 1);
        return (short) (sign | (rounded & 0x7FFFFFFF) - (112 << 23) >>> 13);
    }
}
