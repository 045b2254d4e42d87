package io.kanoa.thorgate.weights;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a model's weights are stored.
 *
 * @param name e.g. {@code BF16} or {@code AWQ}
 * @param bits that one weight of a layer takes, its share of scales and zero points included
 * @param endBits that one weight of the embedding table, the output head and the vision tower takes
 * @param reason where {@code bits} comes from
 */
public record Precision(String name, double bits, double endBits, String reason) {

    private static final double HALF = 16;

    public static final Precision FP32 = plain("FP32", 32);
    public static final Precision BF16 = plain("BF16", HALF);
    public static final Precision FP16 = plain("FP16", HALF);
    public static final Precision FP8 = quantized("FP8", 8, "8 bits; scales by tensor or block are neglected");
    public static final Precision INT8 = quantized("INT8", 8, "8 bits; scales by channel are neglected");
    public static final Precision AWQ = grouped("AWQ");
    public static final Precision GPTQ = grouped("GPTQ");
    public static final Precision NVFP4 = quantized("NVFP4", 4.5, "4 bits and an 8-bit scale for 16 weights");
    public static final Precision MXFP4 = quantized("MXFP4", 4.25, "4 bits and an 8-bit scale for 32 weights");
    /** Any format of 4 bits; what its scales take differs a little from one to the other. */
    public static final Precision FOUR_BIT =
            quantized("4-bit", 4.25, "4 bits and 32 bits of scale and zero point for 128 weights");

    /** Names to look for; the first that a text contains decides. */
    private static final List<Precision> NAMED =
            List.of(NVFP4, MXFP4, AWQ, GPTQ, BF16, FP16, FP32, FP8, INT8, FOUR_BIT);

    /**
     * The precision that a plan or a model card calls by these words: {@code BF16}, {@code AWQ 4-bit},
     * {@code Q4_K_M}; {@code F16} and {@code 16 bit} are FP16.
     */
    public static Optional<Precision> of(String words) {
        String plain = words.toUpperCase(Locale.ROOT)
                .replace("BFLOAT", "BF")
                .replace("FLOAT", "FP")
                .replaceAll("\\bF(16|32)\\b", "FP$1")
                .replaceAll("\\b16[ -]BIT\\b", "FP16");
        return NAMED.stream()
                .filter(precision -> plain.contains(precision.name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .or(() -> GgufPrecision.of(plain));
    }

    /** Whether this and {@code other} may be two words for one thing: BF16 and FP16 are not, AWQ and 4-bit are. */
    public boolean agreesWith(Precision other) {
        return name.equals(other.name) || covers(other) || other.covers(this);
    }

    private boolean covers(Precision other) {
        return equals(FOUR_BIT) && other.bits >= 4 && other.bits <= 5;
    }

    @Override
    public String toString() {
        return name;
    }

    private static Precision plain(String name, double bits) {
        return new Precision(name, bits, bits, "unquantized");
    }

    private static Precision quantized(String name, double bits, String reason) {
        return new Precision(name, bits, HALF, reason);
    }

    private static Precision grouped(String name) {
        return quantized(name, 4 + 20.0 / 128, "4 bits, and a 16-bit scale and a 4-bit zero point for 128 weights");
    }
}
