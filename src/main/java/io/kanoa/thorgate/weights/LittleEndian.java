package io.kanoa.thorgate.weights;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A growing piece of a GGUF file: little-endian numbers, and text with its length in front. */
final class LittleEndian {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    LittleEndian int8(int value) {
        bytes.write(value);
        return this;
    }

    LittleEndian int32(int value) {
        return raw(buffer(Integer.BYTES).putInt(value));
    }

    LittleEndian int64(long value) {
        return raw(buffer(Long.BYTES).putLong(value));
    }

    LittleEndian float32(float value) {
        return int32(Float.floatToIntBits(value));
    }

    LittleEndian text(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        int64(encoded.length);
        bytes.writeBytes(encoded);
        return this;
    }

    LittleEndian append(LittleEndian other) {
        bytes.writeBytes(other.toByteArray());
        return this;
    }

    int size() {
        return bytes.size();
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    private LittleEndian raw(ByteBuffer value) {
        bytes.writeBytes(value.array());
        return this;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
