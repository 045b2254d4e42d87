package io.kanoa.thorgate.weights.tiny;

/** How the weights of a linear layer are laid out in safetensors. */
interface LinearLayout {

    /** Adds the tensors of one layer. */
    void add(SafetensorsWriter file, String name, int outputs, int inputs, RandomNumbers random);

    /** What {@code config.json} says under {@code quantization_config}, as JSON; empty where nothing is quantized. */
    String quantization();

    /** The type of what is not quantized. */
    default String plainType() {
        return "BF16";
    }
}
