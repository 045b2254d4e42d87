package io.kanoa.thorgate.weights.tiny;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** GPTQ: eight weights a word along the inputs, a scale and a zero point for 128 inputs, and the group of each input. */
record GptqLinear() implements LinearLayout {

    private static final int GROUP = 128;
    private static final int IN_A_WORD = 8;

    /** Eight zero points of 8, the middle of 4 bits; the format stores them less one. */
    private static final int ZERO_POINTS = 0x77;

    @Override
    public void add(SafetensorsWriter file, String name, int outputs, int inputs, RandomNumbers random) {
        int groups = inputs / GROUP;
        double scale = 1 / RandomNumbers.OF_NIBBLES / Math.sqrt(inputs);
        file.add(name + ".qweight", "I32", random.bytes(inputs * outputs / 2), inputs / IN_A_WORD, outputs);
        file.add(
                name + ".qzeros",
                "I32",
                RandomNumbers.all(groups * outputs / 2, ZERO_POINTS),
                groups,
                outputs / IN_A_WORD);
        file.add(name + ".scales", "F16", RandomNumbers.all("F16", groups * outputs, scale), groups, outputs);
        file.add(name + ".g_idx", "I32", groupOfEach(inputs), inputs);
    }

    private static byte[] groupOfEach(int inputs) {
        ByteBuffer groups = ByteBuffer.allocate(inputs * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int input = 0; input < inputs; input++) {
            groups.putInt(input / GROUP);
        }
        return groups.array();
    }

    @Override
    public String quantization() {
        return "{\"quant_method\": \"gptq\", \"bits\": 4, \"group_size\": 128, \"desc_act\": false, \"sym\": true,"
                + " \"lm_head\": false, \"checkpoint_format\": \"gptq\"}";
    }

    @Override
    public String plainType() {
        return "F16";
    }
}
