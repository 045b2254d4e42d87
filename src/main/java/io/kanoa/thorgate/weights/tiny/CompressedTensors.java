package io.kanoa.thorgate.weights.tiny;

/** What {@code config.json} says of weights in the layouts of the library compressed-tensors. */
final class CompressedTensors {

    private CompressedTensors() {}

    /** @param inputs how activations are quantized, as JSON; {@code null} where they are not */
    static String config(String format, String weights, String inputs) {
        return """
                {"quant_method": "compressed-tensors", "format": "%1$s", "quantization_status": "compressed",
                 "ignore": ["lm_head"],
                 "config_groups": {"group_0": {"targets": ["Linear"], "format": "%1$s", "weights": %2$s,
                                               "input_activations": %3$s, "output_activations": null}}}
                """.formatted(format, weights, inputs);
    }
}
