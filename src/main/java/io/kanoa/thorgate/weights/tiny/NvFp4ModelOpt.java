package io.kanoa.thorgate.weights.tiny;

/** NVFP4 as NVIDIA's ModelOpt stores it: two weights a byte, an FP8 scale for 16 of them, and factors for whole tensors. */
record NvFp4ModelOpt() implements LinearLayout {

    @Override
    public void add(SafetensorsWriter file, String name, int outputs, int inputs, RandomNumbers random) {
        double factor = 1 / NvFp4Compressed.DIVISOR;
        file.add(name + ".weight", "U8", random.bytes(outputs * inputs / 2), outputs, inputs / 2);
        file.add(
                name + ".weight_scale",
                "F8_E4M3",
                NvFp4Compressed.scales(outputs, inputs),
                outputs,
                inputs / NvFp4Compressed.GROUP);
        file.add(name + ".weight_scale_2", "F32", RandomNumbers.all("F32", 1, factor));
        file.add(name + ".input_scale", "F32", RandomNumbers.all("F32", 1, factor));
    }

    @Override
    public String quantization() {
        return "{\"quant_method\": \"modelopt\", \"quant_algo\": \"NVFP4\", \"kv_cache_quant_algo\": null,"
                + " \"group_size\": 16, \"exclude_modules\": [\"lm_head\"], \"ignore\": [\"lm_head\"]}";
    }
}
