package io.kanoa.thorgate.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are collected until something is whole, up to a limit. Grows as needed and is reused. */
final class ByteAccumulator {

    private final int limit;
    private byte[] bytes = new byte[512];
    private int length;

    ByteAccumulator(int limit) {
        this.limit = limit;
    }

    /** @throws MalformedStreamException where the limit would be passed */
    void append(byte[] from, int offset, int count) throws MalformedStreamException {
        if (count > limit - length) {
            throw new MalformedStreamException("a line or event is longer than " + limit + " bytes");
        }
        if (count > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.min(limit, Math.max(2 * bytes.length, length + count)));
        }
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    void clear() {
        length = 0;
    }

    /** The buffer itself: valid up to {@link #length()} and until the next change. */
    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    boolean isEmpty() {
        return length == 0;
    }

    boolean startsWith(byte[] prefix) {
        return length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    void dropFirst(int count) {
        System.arraycopy(bytes, count, bytes, 0, length - count);
        length -= count;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
