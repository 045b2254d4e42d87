package io.kanoa.thorgate.weights;

import io.kanoa.thorgate.fuzz.Seeds;
import java.util.ArrayList;
import java.util.List;

/** The {@code config.json} of a model. */
public final class ModelConfigTarget extends ModelTarget {

    public ModelConfigTarget() {
        super("config.json");
    }

    @Override
    public String name() {
        return "model-config";
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>(Seeds.resources(
                "weights/single/config.json", "weights/awq/config.json", "weights/sharded/config.json"));
        seeds.addAll(Seeds.of(
                "{\"model_type\":\"llama4\",\"text_config\":{\"num_hidden_layers\":4,\"no_rope_layers\":[1,0],"
                        + "\"attention_chunk_size\":8192,\"dtype\":\"bfloat16\"}}",
                "{\"n_layer\":2,\"n_head\":4,\"n_embd\":8,\"sliding_window\":5,\"use_sliding_window\":true,"
                        + "\"max_window_layers\":1,\"layer_types\":[\"sliding_attention\",\"full_attention\"]}",
                "{\"quantization_config\":{\"quant_method\":\"fp8\",\"config_groups\":{\"g\":{\"weights\":{\"num_bits\":4}}}},"
                        + "\"num_local_experts\":8,\"num_experts_per_tok\":2,\"kv_lora_rank\":4}"));
        return seeds;
    }
}
