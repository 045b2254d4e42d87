package io.kanoa.thorgate.weights.tiny;

/** FP8 as LLM Compressor stores it: one scale an output, activations scaled by token when they come. */
record Fp8ByChannel() implements LinearLayout {

    @Override
    public void add(SafetensorsWriter file, String name, int outputs, int inputs, RandomNumbers random) {
        file.add(name + ".weight", "F8_E4M3", random.e4m3(outputs * inputs), outputs, inputs);
        file.add(name + ".weight_scale", "BF16", RandomNumbers.all("BF16", outputs, 1 / Math.sqrt(inputs)), outputs, 1);
    }

    @Override
    public String quantization() {
        return CompressedTensors.config(
                "float-quantized",
                "{\"num_bits\": 8, \"type\": \"float\", \"strategy\": \"channel\", \"symmetric\": true, \"dynamic\": false}",
                "{\"num_bits\": 8, \"type\": \"float\", \"strategy\": \"token\", \"symmetric\": true, \"dynamic\": true}");
    }
}
