package io.kanoa.thorgate.weights;

/** Types of GGUF metadata values; the ordinal is the number that the format gives them. */
enum GgufValueType {
    UINT8(1),
    INT8(1),
    UINT16(2),
    INT16(2),
    UINT32(4),
    INT32(4),
    FLOAT32(4),
    BOOL(1),
    STRING(0),
    ARRAY(0),
    UINT64(8),
    INT64(8),
    FLOAT64(8);

    private static final GgufValueType[] BY_CODE = values();

    private final int bytes;

    GgufValueType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes that one value takes; 0 where that depends on the value. */
    int bytes() {
        return bytes;
    }

    static GgufValueType of(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("unknown metadata type " + code);
        }
        return BY_CODE[code];
    }
}
