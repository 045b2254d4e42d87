package io.kanoa.thorgate.weights.tiny;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Llama with random weights as a folder of the kind that model hubs hold. What its layers multiply with is stored as
 * {@code linear} says; embedding, output head and norms are not quantized.
 */
record TinyLlama(LinearLayout linear) implements FormatSample.ModelMaker {

    static final int LAYERS = 2;
    static final int WIDTH = 256;
    static final int FEED_FORWARD = 512;
    static final int HEADS = 4;
    static final int KEY_VALUE_HEADS = 2;
    static final int CONTEXT = 512;

    private static final int HEAD = WIDTH / HEADS;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Path write(Path base) throws IOException {
        Files.createDirectories(base);
        TinyTokenizer tokenizer = new TinyTokenizer();
        JSON.writeValue(base.resolve("config.json").toFile(), config());
        JSON.writeValue(base.resolve("tokenizer.json").toFile(), tokenizer.tokenizer());
        JSON.writeValue(base.resolve("tokenizer_config.json").toFile(), tokenizer.config(CONTEXT));
        weights().write(base.resolve("model.safetensors"));
        return base;
    }

    private SafetensorsWriter weights() {
        RandomNumbers random = new RandomNumbers(7);
        PlainLinear plain = new PlainLinear(linear.plainType());
        SafetensorsWriter file = new SafetensorsWriter();
        plain.add(file, "model.embed_tokens", TinyTokenizer.SIZE, WIDTH, random);
        for (int layer = 0; layer < LAYERS; layer++) {
            addLayer(file, "model.layers." + layer + ".", plain, random);
        }
        plain.ones(file, "model.norm", WIDTH);
        plain.add(file, "lm_head", TinyTokenizer.SIZE, WIDTH, random);
        return file;
    }

    private void addLayer(SafetensorsWriter file, String prefix, PlainLinear plain, RandomNumbers random) {
        int keyValueWidth = HEAD * KEY_VALUE_HEADS;
        plain.ones(file, prefix + "input_layernorm", WIDTH);
        linear.add(file, prefix + "self_attn.q_proj", WIDTH, WIDTH, random);
        linear.add(file, prefix + "self_attn.k_proj", keyValueWidth, WIDTH, random);
        linear.add(file, prefix + "self_attn.v_proj", keyValueWidth, WIDTH, random);
        linear.add(file, prefix + "self_attn.o_proj", WIDTH, WIDTH, random);
        plain.ones(file, prefix + "post_attention_layernorm", WIDTH);
        linear.add(file, prefix + "mlp.gate_proj", FEED_FORWARD, WIDTH, random);
        linear.add(file, prefix + "mlp.up_proj", FEED_FORWARD, WIDTH, random);
        linear.add(file, prefix + "mlp.down_proj", WIDTH, FEED_FORWARD, random);
    }

    private ObjectNode config() throws IOException {
        ObjectNode config = JSON.createObjectNode();
        config.putArray("architectures").add("LlamaForCausalLM");
        config.put("model_type", "llama").put("hidden_act", "silu");
        config.put("torch_dtype", linear.plainType().equals("F16") ? "float16" : "bfloat16");
        config.put("hidden_size", WIDTH).put("intermediate_size", FEED_FORWARD).put("num_hidden_layers", LAYERS);
        config.put("num_attention_heads", HEADS).put("num_key_value_heads", KEY_VALUE_HEADS);
        config.put("head_dim", HEAD).put("vocab_size", TinyTokenizer.SIZE).put("max_position_embeddings", CONTEXT);
        config.put("rms_norm_eps", 1e-5).put("rope_theta", 10_000.0).put("tie_word_embeddings", false);
        config.put("bos_token_id", TinyTokenizer.BEGIN).put("eos_token_id", TinyTokenizer.END);
        if (!linear.quantization().isEmpty()) {
            config.set("quantization_config", JSON.readTree(linear.quantization()));
        }
        return config;
    }
}
