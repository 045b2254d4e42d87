package io.kanoa.thorgate.workload.format;

import io.kanoa.thorgate.plan.WeightFormat;
import java.util.Set;

/** The words by which engines call weights of a format that they hold as it is. */
final class Expected {

    private Expected() {}

    /** Whether one of the words that an engine uses says that it holds this format. */
    static boolean isAmong(Set<String> held, WeightFormat format) {
        return switch (format) {
            case BF16 -> isPlain(held, "BF16");
            case FP16 -> isPlain(held, "F16") || isPlain(held, "FP16");
            case FP8 -> contains(held, "FP8") || contains(held, "COMPRESSED-TENSORS");
            case NVFP4 -> contains(held, "FP4") && !contains(held, "MXFP4") || contains(held, "COMPRESSED-TENSORS");
            case MXFP4 -> contains(held, "MXFP4") || contains(held, "COMPRESSED-TENSORS");
            case AWQ -> contains(held, "AWQ");
            case GPTQ -> contains(held, "GPTQ");
            case Q8_0, Q4_0 -> held.contains(format.name()) || contains(held, "GGUF");
            case Q4_K_M -> held.contains("Q4_K") || contains(held, "GGUF");
        };
    }

    /** Norms may be kept finer than the rest. */
    private static boolean isPlain(Set<String> held, String type) {
        return held.contains(type) && held.stream().allMatch(word -> word.equals(type) || word.endsWith("32"));
    }

    private static boolean contains(Set<String> held, String part) {
        return held.stream().anyMatch(word -> word.contains(part));
    }
}
