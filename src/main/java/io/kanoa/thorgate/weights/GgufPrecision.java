package io.kanoa.thorgate.weights;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Precisions by the names that llama.cpp gives its quantizations. */
final class GgufPrecision {

    /** Mixtures of types, in bits per weight as llama.cpp's quantize tool states them for Llama 3.1 8B. */
    private static final Map<String, Double> MIXTURES = Map.of(
            "Q2_K_S", 2.97,
            "Q3_K_S", 3.64,
            "Q3_K_M", 4.00,
            "Q3_K_L", 4.30,
            "Q4_K_S", 4.67,
            "Q4_K_M", 4.89,
            "Q5_K_S", 5.57,
            "Q5_K_M", 5.70);

    private GgufPrecision() {}

    static Optional<Precision> of(String words) {
        return MIXTURES.entrySet().stream()
                .filter(mixture -> words.contains(mixture.getKey()))
                .findFirst()
                .map(mixture -> precision(mixture.getKey(), mixture.getValue(), "a mixture of GGUF types"))
                .or(() -> type(words));
    }

    static Precision of(GgmlType type) {
        return switch (type) {
            case F32 -> Precision.FP32;
            case F16 -> Precision.FP16;
            case BF16 -> Precision.BF16;
            default -> precision(type.name(), type.bits(), "GGUF blocks of " + type.blockLength() + " weights");
        };
    }

    private static Optional<Precision> type(String words) {
        return Arrays.stream(GgmlType.values())
                .filter(type -> type.name().contains("Q") && words.contains(type.name()))
                .max(Comparator.comparingInt(type -> type.name().length()))
                .map(GgufPrecision::of);
    }

    private static Precision precision(String name, double bits, String reason) {
        return new Precision(name, bits, bits, reason);
    }
}
