package io.kanoa.thorgate.engine.vllm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Llama of some 7 million parameters without weights, for {@code --load-format dummy}: its configuration, and a byte-level tokenizer
 * that knows printable ASCII and syllables of it, so that whatever token comes, it is whole text. Its vocabulary has room for
 * the token numbers up to 10000 that {@code vllm bench latency} makes up.
 */
final class TinyModel {

    private static final int VOCABULARY = 10_240;
    private static final int CONTEXT = 4_096;
    private static final List<String> SPECIAL = List.of("<unk>", "<s>", "</s>");

    /** How byte-level tokenizers write a blank, a tabulator and a line feed. */
    private static final List<String> WHITE = List.of("\u0120", "\u0109", "\u010a");

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> tokens = new ArrayList<>(SPECIAL);
    private final List<List<String>> merges = new ArrayList<>();

    private TinyModel() {
        tokens.addAll(WHITE);
        for (char c = '!'; c <= '~'; c++) {
            tokens.add(String.valueOf(c));
        }
        merge(List.of(WHITE.get(0)), letters());
        merge(letters(), letters());
        merge(pairs(), letters());
    }

    /** Writes it into a folder, which is made. */
    static Path writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        TinyModel model = new TinyModel();
        model.write(folder.resolve("config.json"), model.config());
        model.write(folder.resolve("tokenizer.json"), model.tokenizer());
        model.write(folder.resolve("tokenizer_config.json"), model.tokenizerConfig());
        return folder;
    }

    private void write(Path file, ObjectNode content) throws IOException {
        json.writeValue(file.toFile(), content);
    }

    private void merge(List<String> left, List<String> right) {
        for (String first : left) {
            for (String second : right) {
                if (tokens.size() < VOCABULARY) {
                    merges.add(List.of(first, second));
                    tokens.add(first + second);
                }
            }
        }
    }

    private static List<String> letters() {
        return "abcdefghijklmnopqrstuvwxyz"
                .chars()
                .mapToObj(Character::toString)
                .toList();
    }

    private static List<String> pairs() {
        return letters().stream()
                .flatMap(first -> letters().stream().map(second -> first + second))
                .toList();
    }

    private ObjectNode config() {
        ObjectNode config = json.createObjectNode();
        config.putArray("architectures").add("LlamaForCausalLM");
        config.put("model_type", "llama").put("torch_dtype", "bfloat16").put("hidden_act", "silu");
        config.put("hidden_size", 256).put("intermediate_size", 768).put("num_hidden_layers", 4);
        config.put("num_attention_heads", 4).put("num_key_value_heads", 2).put("head_dim", 64);
        config.put("vocab_size", VOCABULARY).put("max_position_embeddings", CONTEXT);
        config.put("rms_norm_eps", 1e-5).put("rope_theta", 10_000.0).put("tie_word_embeddings", false);
        return config.put("bos_token_id", 1).put("eos_token_id", 2);
    }

    private ObjectNode tokenizer() {
        ObjectNode tokenizer = json.createObjectNode().put("version", "1.0");
        ArrayNode added = tokenizer.putArray("added_tokens");
        SPECIAL.forEach(token -> added.addObject()
                .put("id", tokens.indexOf(token))
                .put("content", token)
                .put("single_word", false)
                .put("lstrip", false)
                .put("rstrip", false)
                .put("normalized", false)
                .put("special", true));
        tokenizer.set("pre_tokenizer", byteLevel());
        tokenizer.set("decoder", byteLevel());
        tokenizer.set("model", pairEncoding());
        return tokenizer;
    }

    private ObjectNode byteLevel() {
        return json.createObjectNode()
                .put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", true)
                .put("use_regex", true);
    }

    private ObjectNode pairEncoding() {
        ObjectNode model = json.createObjectNode().put("type", "BPE").put("unk_token", SPECIAL.get(0));
        model.put("fuse_unk", false).put("byte_fallback", false);
        ObjectNode vocabulary = model.putObject("vocab");
        for (int id = 0; id < tokens.size(); id++) {
            vocabulary.put(tokens.get(id), id);
        }
        model.set("merges", json.valueToTree(merges));
        return model;
    }

    private ObjectNode tokenizerConfig() {
        return json.createObjectNode()
                .put("tokenizer_class", "PreTrainedTokenizerFast")
                .put("unk_token", SPECIAL.get(0))
                .put("bos_token", SPECIAL.get(1))
                .put("eos_token", SPECIAL.get(2))
                .put("model_max_length", CONTEXT)
                .put(
                        "chat_template",
                        "{% for message in messages %}{{ message['role'] }}: {{ message['content'] }}\n{% endfor %}assistant:");
    }
}
