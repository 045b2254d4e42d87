package io.kanoa.thorgate.weights;

/**
 * The types that a GGUF's matrices are stored in, with the number that llama.cpp's {@code llama.h} gives to files of that kind
 * ({@code LLAMA_FTYPE_...}). The first and last matrix of a model, by tokens,
 * have 16 bits in each.
 */
public enum GgufMixture {
    F16(GgmlType.F16, 1),
    BF16(GgmlType.BF16, 32),
    Q8_0(GgmlType.Q8_0, 7),
    Q4_0(GgmlType.Q4_0, 2),
    Q4_K_M(GgmlType.Q4_K, 15),
    MXFP4(GgmlType.MXFP4, 38),
    NVFP4(GgmlType.NVFP4, 39);

    private final GgmlType most;
    private final int fileType;

    GgufMixture(GgmlType most, int fileType) {
        this.most = most;
        this.fileType = fileType;
    }

    int fileType() {
        return fileType;
    }

    /** The type of a matrix. Values and the way down are Q6_K in {@link #Q4_K_M}, as with llama.cpp's quantize tool in many layers. */
    GgmlType typeOf(String matrix) {
        if (!matrix.startsWith("blk.")) {
            return this == BF16 ? most : GgmlType.F16;
        }
        boolean finer = matrix.endsWith("attn_v") || matrix.endsWith("ffn_down");
        return this == Q4_K_M && finer ? GgmlType.Q6_K : most;
    }
}
