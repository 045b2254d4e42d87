package io.kanoa.thorgate.weights.tiny;

/** NVFP4 as LLM Compressor stores it: two weights a byte, an FP8 scale for 16 of them, and divisors for whole tensors. */
record NvFp4Compressed() implements LinearLayout {

    static final int GROUP = 16;

    /** Brings the scales of groups into the range of FP8. */
    static final double DIVISOR = 64;

    @Override
    public void add(SafetensorsWriter file, String name, int outputs, int inputs, RandomNumbers random) {
        file.add(name + ".weight_packed", "U8", random.bytes(outputs * inputs / 2), outputs, inputs / 2);
        file.add(name + ".weight_scale", "F8_E4M3", scales(outputs, inputs), outputs, inputs / GROUP);
        file.add(name + ".weight_global_scale", "F32", RandomNumbers.all("F32", 1, DIVISOR), 1);
        file.add(name + ".input_global_scale", "F32", RandomNumbers.all("F32", 1, DIVISOR), 1);
    }

    static byte[] scales(int outputs, int inputs) {
        double scale = DIVISOR / RandomNumbers.OF_E2M1 / Math.sqrt(inputs);
        return RandomNumbers.all(outputs * inputs / GROUP, RandomNumbers.powerAsE4m3(scale));
    }

    @Override
    public String quantization() {
        String weights = "{\"num_bits\": 4, \"type\": \"float\", \"strategy\": \"tensor_group\", \"group_size\": 16,"
                + " \"symmetric\": true, \"dynamic\": false}";
        return CompressedTensors.config("nvfp4-pack-quantized", weights, weights.replace("false", "\"local\""));
    }
}
