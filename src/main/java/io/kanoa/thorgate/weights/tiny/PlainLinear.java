package io.kanoa.thorgate.weights.tiny;

import java.util.Arrays;

/** Weights of 16 bits, not quantized: {@code BF16} or {@code F16}. */
record PlainLinear(String plainType) implements LinearLayout {

    @Override
    public void add(SafetensorsWriter file, String name, int outputs, int inputs, RandomNumbers random) {
        boolean embedding = name.endsWith("embed_tokens");
        byte[] values = random.gaussian(plainType, outputs * inputs, embedding ? 1 : 1 / Math.sqrt(inputs));
        if (name.equals("lm_head")) {
            Arrays.fill(values, 0, TinyTokenizer.FIRST_VISIBLE * inputs * Short.BYTES, (byte) 0);
        }
        file.add(name + ".weight", plainType, values, outputs, inputs);
    }

    /** A norm that changes nothing. */
    void ones(SafetensorsWriter file, String name, int length) {
        file.add(name + ".weight", plainType, RandomNumbers.all(plainType, length, 1), length);
    }

    @Override
    public String quantization() {
        return "";
    }
}
