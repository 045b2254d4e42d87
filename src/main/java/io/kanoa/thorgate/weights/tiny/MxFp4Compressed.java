package io.kanoa.thorgate.weights.tiny;

/** MXFP4 as LLM Compressor stores it: two weights a byte and a power of two for 32 of them; activations stay as they are. */
record MxFp4Compressed() implements LinearLayout {

    private static final int GROUP = 32;
    private static final int E8M0_BIAS = 127;

    @Override
    public void add(SafetensorsWriter file, String name, int outputs, int inputs, RandomNumbers random) {
        int exponent = Math.getExponent(1 / RandomNumbers.OF_E2M1 / Math.sqrt(inputs));
        file.add(name + ".weight_packed", "U8", random.bytes(outputs * inputs / 2), outputs, inputs / 2);
        file.add(
                name + ".weight_scale",
                "U8",
                RandomNumbers.all(outputs * inputs / GROUP, E8M0_BIAS + exponent),
                outputs,
                inputs / GROUP);
    }

    @Override
    public String quantization() {
        return CompressedTensors.config(
                "mxfp4-pack-quantized",
                "{\"num_bits\": 4, \"type\": \"float\", \"strategy\": \"group\", \"group_size\": 32, \"symmetric\": true,"
                        + " \"dynamic\": false, \"scale_dtype\": \"torch.uint8\"}",
                "null");
    }
}
