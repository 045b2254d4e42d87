package io.kanoa.thorgate.weights;

/** Element types of GGUF tensors that this project writes, with the numbers the format gives them. */
enum GgufTensorType {
    F32(0, 4),
    F16(1, 2);

    private final int code;
    private final int bytes;

    GgufTensorType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    int code() {
        return code;
    }

    int bytes() {
        return bytes;
    }
}
