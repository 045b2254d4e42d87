package io.kanoa.thorgate.weights;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Uniform random half-precision numbers of a given standard deviation, the same for the same seed. Four at a time are
 * looked up with one step of SplitMix64 (Steele, Lea, Flood 2014), so that a file is made about as fast as it is
 * written.
 */
final class RandomWeights {

    private static final int LEVEL_BITS = 12;
    private static final int LANE_SHIFT = Short.SIZE - LEVEL_BITS;
    private static final int PER_STEP = Long.SIZE / Short.SIZE;
    private static final int BUFFER_BYTES = 1 << 18;

    private final long[] levels;
    private long state;

    RandomWeights(long seed, double deviation) {
        this.state = seed;
        this.levels = levels(deviation * Math.sqrt(3));
    }

    /** Writes {@code count} numbers, a multiple of 4, little-endian. */
    void write(OutputStream out, long count) throws IOException {
        if (count % PER_STEP != 0) {
            throw new IllegalArgumentException(count + " is not a multiple of " + PER_STEP);
        }
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long left = count * Short.BYTES; left > 0; left -= buffer.limit()) {
            buffer.clear().limit((int) Math.min(left, BUFFER_BYTES));
            fill(buffer);
            out.write(buffer.array(), 0, buffer.limit());
        }
    }

    private void fill(ByteBuffer buffer) {
        while (buffer.hasRemaining()) {
            long random = next();
            buffer.putLong(level(random)
                    | level(random >>> 16) << 16
                    | level(random >>> 32) << 32
                    | level(random >>> 48) << 48);
        }
    }

    private long level(long random) {
        return levels[(int) (random & 0xFFFF) >>> LANE_SHIFT];
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    private static long[] levels(double amplitude) {
        long[] result = new long[1 << LEVEL_BITS];
        for (int i = 0; i < result.length; i++) {
            double unit = (2.0 * i + 1) / result.length - 1;
            result[i] = HalfFloat.of((float) (unit * amplitude)) & 0xFFFFL;
        }
        return result;
    }
}
