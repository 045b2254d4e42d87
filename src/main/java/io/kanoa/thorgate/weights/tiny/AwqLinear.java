package io.kanoa.thorgate.weights.tiny;

/** AWQ as AutoAWQ stores it (GEMM): eight weights a word along the outputs, a scale and a zero point for 128 inputs. */
record AwqLinear() implements LinearLayout {

    private static final int GROUP = 128;
    private static final int IN_A_WORD = 8;

    /** Eight zero points of 8, the middle of 4 bits. */
    private static final int ZERO_POINTS = 0x88;

    @Override
    public void add(SafetensorsWriter file, String name, int outputs, int inputs, RandomNumbers random) {
        int groups = inputs / GROUP;
        double scale = 1 / RandomNumbers.OF_NIBBLES / Math.sqrt(inputs);
        file.add(name + ".qweight", "I32", random.bytes(inputs * outputs / 2), inputs, outputs / IN_A_WORD);
        file.add(
                name + ".qzeros",
                "I32",
                RandomNumbers.all(groups * outputs / 2, ZERO_POINTS),
                groups,
                outputs / IN_A_WORD);
        file.add(name + ".scales", "F16", RandomNumbers.all("F16", groups * outputs, scale), groups, outputs);
    }

    @Override
    public String quantization() {
        return "{\"quant_method\": \"awq\", \"bits\": 4, \"group_size\": 128, \"zero_point\": true, \"version\": \"gemm\","
                + " \"modules_to_not_convert\": null}";
    }

    @Override
    public String plainType() {
        return "F16";
    }
}
