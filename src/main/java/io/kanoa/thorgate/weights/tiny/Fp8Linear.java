package io.kanoa.thorgate.weights.tiny;

/** FP8 as vLLM's own {@code fp8} method stores it: one scale a tensor, activations scaled when they come. */
record Fp8Linear() implements LinearLayout {

    @Override
    public void add(SafetensorsWriter file, String name, int outputs, int inputs, RandomNumbers random) {
        file.add(name + ".weight", "F8_E4M3", random.e4m3(outputs * inputs), outputs, inputs);
        file.add(name + ".weight_scale", "F32", RandomNumbers.all("F32", 1, 1 / Math.sqrt(inputs)));
    }

    @Override
    public String quantization() {
        return "{\"quant_method\": \"fp8\", \"activation_scheme\": \"dynamic\", \"ignored_layers\": [\"lm_head\"]}";
    }
}
