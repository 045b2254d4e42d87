package io.kanoa.thorgate.weights;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code quantization_config} says.
 *
 * @param weightBits of one weight without its scale; several share an element where that is wider
 */
record Quantization(Precision precision, int weightBits) {

    private static final List<String> NOT_WEIGHTS = List.of(
            "scale", "scales", "scale_inv", "qzeros", "g_idx", "zero_point", "weight_shape", "zeros", "inv_freq");
    private static final Set<SafetensorsType> CONTAINERS = Set.of(
            SafetensorsType.U8, SafetensorsType.I8, SafetensorsType.I32, SafetensorsType.U32, SafetensorsType.I64);

    /** Empty where {@code config} is missing, null or empty. */
    static Optional<Quantization> of(JsonNode config) throws IOException {
        if (!config.isObject() || config.isEmpty()) {
            return Optional.empty();
        }
        String words = words(config);
        int bits = bits(config, words);
        return Optional.of(new Quantization(precision(words, bits), bits));
    }

    /** Weights that one element of the tensor holds; 0 for scales, zero points and the like. */
    static int weightsPerElement(SafetensorsTensor tensor, Optional<Quantization> quantization) {
        String name = tensor.name();
        String last = name.substring(name.lastIndexOf('.') + 1);
        if (NOT_WEIGHTS.stream().anyMatch(word -> last.equals(word) || last.endsWith("_" + word))) {
            return 0;
        }
        return CONTAINERS.contains(tensor.type())
                ? quantization
                        .map(q -> Math.max(1, tensor.type().bits() / q.weightBits))
                        .orElse(1)
                : 1;
    }

    private static String words(JsonNode config) {
        return String.join(
                        " ",
                        config.path("quant_method").asText(),
                        config.path("quant_algo").asText(),
                        config.path("format").asText())
                .toUpperCase(Locale.ROOT);
    }

    private static int bits(JsonNode config, String words) throws IOException {
        if (words.contains("FP4") || config.path("load_in_4bit").asBoolean()) {
            return 4;
        }
        JsonNode stated = config.has("bits") ? config.path("bits") : config.findPath("num_bits");
        int bits = stated.asInt(8);
        if (bits < 1 || bits > 32) {
            throw new IOException("quantization_config states " + stated + " bits");
        }
        return bits;
    }

    private static Precision precision(String words, int bits) {
        if (bits != 4) {
            return bits == 8 ? eight(words) : other(words, bits);
        }
        return Precision.of(words).filter(named -> named.bits() < 5).orElse(Precision.FOUR_BIT);
    }

    private static Precision eight(String words) {
        return words.contains("FP8") || words.contains("FLOAT") ? Precision.FP8 : Precision.INT8;
    }

    private static Precision other(String words, int bits) {
        return new Precision(words.strip() + " " + bits + "-bit", bits, 16, "as quantization_config states");
    }
}
