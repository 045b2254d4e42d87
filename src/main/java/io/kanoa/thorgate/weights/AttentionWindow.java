package io.kanoa.thorgate.weights;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

/**
 * How many layers attend to the last tokens only.
 *
 * @param layers that do
 * @param tokens that they attend to at most
 */
record AttentionWindow(long layers, long tokens) {

    private static final AttentionWindow NONE = new AttentionWindow(0, 0);
    private static final long LLAMA_4_CHUNK = 8192;
    private static final int LLAMA_4_FULL_EVERY = 4;

    /**
     * Whether each layer keeps keys and values by head. Latent attention and layers with a state of fixed size keep less,
     * and are not counted here.
     */
    static boolean keepsKeysByHead(ConfigNumbers config) {
        JsonNode types = config.node().path("layer_types");
        return !config.node().hasNonNull("kv_lora_rank")
                && !config.node().hasNonNull("mamba_d_state")
                && StreamSupport.stream(types.spliterator(), false)
                        .allMatch(type -> windowed(type) || type.asText().startsWith("full"));
    }

    /** Reads {@code layer_types}, or what stood in its place before there was such a key. */
    static AttentionWindow of(ConfigNumbers config, long layers) {
        JsonNode node = config.node();
        if (node.path("model_type").asText().startsWith("llama4")) {
            return llama4(config, layers);
        }
        OptionalLong window = config.count("sliding_window", "attention_chunk_size");
        if (window.isEmpty()) {
            return NONE;
        }
        return new AttentionWindow(windowed(config, layers), window.getAsLong());
    }

    private static long windowed(ConfigNumbers config, long layers) {
        JsonNode node = config.node();
        if (node.path("layer_types").isArray()) {
            return typed(node.path("layer_types"));
        }
        if (node.has("use_sliding_window")) {
            return node.path("use_sliding_window").asBoolean()
                    ? Math.max(0, layers - config.count("max_window_layers").orElse(0))
                    : 0;
        }
        return layers;
    }

    /** Chunks hold wherever positions are rotated; by default every fourth layer has neither. */
    private static AttentionWindow llama4(ConfigNumbers config, long layers) {
        JsonNode rotated = config.node().path("no_rope_layers");
        long chunked = config.node().path("layer_types").isArray()
                ? typed(config.node().path("layer_types"))
                : rotated.isArray() && !rotated.isEmpty() ? ones(rotated) : layers - layers / LLAMA_4_FULL_EVERY;
        return new AttentionWindow(chunked, config.count("attention_chunk_size").orElse(LLAMA_4_CHUNK));
    }

    private static long typed(JsonNode types) {
        return StreamSupport.stream(types.spliterator(), false)
                .filter(type ->
                        type.asText().startsWith("sliding") || type.asText().startsWith("chunked"))
                .count();
    }

    private static boolean windowed(JsonNode type) {
        return type.asText().startsWith("sliding") || type.asText().startsWith("chunked");
    }

    private static long ones(JsonNode flags) {
        return StreamSupport.stream(flags.spliterator(), false)
                .filter(flag -> flag.asInt() == 1)
                .count();
    }
}
