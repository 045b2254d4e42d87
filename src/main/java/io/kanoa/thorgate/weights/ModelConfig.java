package io.kanoa.thorgate.weights;

import com.fasterxml.jackson.databind.JsonNode;
import io.kanoa.thorgate.plan.FactKey;
import io.kanoa.thorgate.plan.ModelFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the transformers library's {@code config.json} says of a model. Models that see keep their text model's part in
 * {@code text_config}.
 *
 * @param quantization empty for unquantized weights
 * @param computedIn the type that it states for weights and arithmetic
 */
record ModelConfig(ModelFacts facts, Optional<Quantization> quantization, Optional<Precision> computedIn) {

    private static final long LONGEST = 1 << 21;

    /** @throws IOException if it is no JSON object or states impossible numbers; the message names file and key */
    static ModelConfig read(Path file) throws IOException {
        JsonNode root = HeaderJson.object(file, LONGEST);
        JsonNode text = textPart(root);
        try {
            return new ModelConfig(
                    facts(root, new ConfigNumbers(text), file.toString()),
                    Quantization.of(firstObject(root, text, "quantization_config")),
                    type(root, text));
        } catch (IllegalArgumentException | IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode textPart(JsonNode root) {
        return Stream.of("text_config", "llm_config", "language_config")
                .map(root::path)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(root);
    }

    private static ModelFacts facts(JsonNode root, ConfigNumbers text, String source) {
        OptionalLong layers = text.count("num_hidden_layers", "n_layers", "n_layer");
        OptionalLong heads = text.count("num_attention_heads", "n_heads", "n_head");
        OptionalLong width = text.count("hidden_size", "d_model", "dim", "n_embd");
        AttentionWindow window = AttentionWindow.of(text, layers.orElse(0));
        return new FactMap(source)
                .architecture(architecture(root))
                .tied(tied(root, text.node()))
                .put(FactKey.LAYERS, layers)
                .put(FactKey.WIDTH, width)
                .put(FactKey.HEADS, heads)
                .put(FactKey.VOCABULARY, text.count("vocab_size"))
                .put(FactKey.KEY_VALUE_HEADS, keyValueHeads(text, heads))
                .put(FactKey.HEAD_DIMENSION, or(text.count("head_dim"), ratio(width, heads)))
                .put(FactKey.EXPERTS, text.count("num_local_experts", "num_experts", "n_routed_experts"))
                .put(FactKey.ACTIVE_EXPERTS, text.count("num_experts_per_tok"))
                .put(FactKey.MAX_CONTEXT, text.count("max_position_embeddings", "model_max_length"))
                .put(FactKey.WINDOWED_LAYERS, window.layers())
                .put(FactKey.WINDOW, window.layers() > 0 ? OptionalLong.of(window.tokens()) : OptionalLong.empty())
                .facts();
    }

    private static OptionalLong keyValueHeads(ConfigNumbers text, OptionalLong heads) {
        return AttentionWindow.keepsKeysByHead(text)
                ? or(text.count("num_key_value_heads", "n_kv_heads"), heads)
                : OptionalLong.empty();
    }

    private static Optional<String> architecture(JsonNode root) {
        return Optional.of(root.path("architectures").path(0).asText()).filter(name -> !name.isEmpty());
    }

    private static Optional<Boolean> tied(JsonNode root, JsonNode text) {
        return Stream.of(root.path("tie_word_embeddings"), text.path("tie_word_embeddings"))
                .filter(JsonNode::isBoolean)
                .map(JsonNode::asBoolean)
                .findFirst();
    }

    private static Optional<Precision> type(JsonNode root, JsonNode text) {
        return Stream.of(root.path("dtype"), root.path("torch_dtype"), text.path("dtype"), text.path("torch_dtype"))
                .map(JsonNode::asText)
                .map(Precision::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static JsonNode firstObject(JsonNode root, JsonNode text, String key) {
        return root.path(key).isObject() ? root.path(key) : text.path(key);
    }

    private static OptionalLong or(OptionalLong first, OptionalLong second) {
        return first.isPresent() ? first : second;
    }

    private static OptionalLong ratio(OptionalLong width, OptionalLong heads) {
        return width.isPresent() && heads.isPresent()
                ? OptionalLong.of(width.getAsLong() / heads.getAsLong())
                : OptionalLong.empty();
    }
}
