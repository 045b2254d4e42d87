package io.kanoa.thorgate.weights;

import java.util.List;
import java.util.function.BiConsumer;

/** The key-value pairs of a GGUF file to be written, in the order in which they were put. */
final class GgufMetadata {

    private final LittleEndian encoded = new LittleEndian();
    private int count;

    GgufMetadata number(String key, int value) {
        key(key, GgufValueType.UINT32).int32(value);
        return this;
    }

    GgufMetadata real(String key, float value) {
        key(key, GgufValueType.FLOAT32).float32(value);
        return this;
    }

    GgufMetadata flag(String key, boolean value) {
        key(key, GgufValueType.BOOL).int8(value ? 1 : 0);
        return this;
    }

    GgufMetadata text(String key, String value) {
        key(key, GgufValueType.STRING).text(value);
        return this;
    }

    GgufMetadata texts(String key, List<String> values) {
        return array(key, GgufValueType.STRING, values, LittleEndian::text);
    }

    GgufMetadata reals(String key, List<Float> values) {
        return array(key, GgufValueType.FLOAT32, values, LittleEndian::float32);
    }

    GgufMetadata numbers(String key, List<Integer> values) {
        return array(key, GgufValueType.INT32, values, LittleEndian::int32);
    }

    int count() {
        return count;
    }

    LittleEndian encoded() {
        return encoded;
    }

    private <T> GgufMetadata array(
            String key, GgufValueType type, List<T> values, BiConsumer<LittleEndian, T> writeOne) {
        key(key, GgufValueType.ARRAY).int32(type.ordinal()).int64(values.size());
        values.forEach(value -> writeOne.accept(encoded, value));
        return this;
    }

    private LittleEndian key(String key, GgufValueType type) {
        count++;
        return encoded.text(key).int32(type.ordinal());
    }
}
