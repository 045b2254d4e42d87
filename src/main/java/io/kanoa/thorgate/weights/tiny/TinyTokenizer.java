package io.kanoa.thorgate.weights.tiny;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A byte-level tokenizer of {@value #SIZE} tokens: special ones, white space, printable ASCII, and pairs of letters. */
final class TinyTokenizer {

    static final int SIZE = 512;
    static final int BEGIN = 1;
    static final int END = 2;

    private static final List<String> SPECIAL = List.of("<unk>", "<s>", "</s>");

    /** Tokens from here on are text; a tiny model never says those before. */
    static final int FIRST_VISIBLE = SPECIAL.size();

    /** How byte-level tokenizers write a blank, a tabulator and a line feed. */
    private static final List<String> WHITE = List.of("\u0120", "\u0109", "\u010a");

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> tokens = new ArrayList<>(SPECIAL);
    private final ArrayNode merges = json.createArrayNode();

    TinyTokenizer() {
        tokens.addAll(WHITE);
        for (char c = '!'; c <= '~'; c++) {
            tokens.add(String.valueOf(c));
        }
        for (int pair = 0; tokens.size() < SIZE; pair++) {
            merge(letter(pair / 26), letter(pair % 26));
        }
    }

    /** What {@code tokenizer.json} holds. */
    ObjectNode tokenizer() {
        ObjectNode tokenizer = json.createObjectNode().put("version", "1.0");
        ArrayNode added = tokenizer.putArray("added_tokens");
        SPECIAL.forEach(token -> added.addObject()
                .put("id", SPECIAL.indexOf(token))
                .put("content", token)
                .put("single_word", false)
                .put("lstrip", false)
                .put("rstrip", false)
                .put("normalized", false)
                .put("special", true));
        tokenizer.set("pre_tokenizer", byteLevel());
        tokenizer.set("decoder", byteLevel());
        tokenizer.set("model", model());
        return tokenizer;
    }

    /** What {@code tokenizer_config.json} holds. */
    ObjectNode config(int context) {
        return json.createObjectNode()
                .put("tokenizer_class", "PreTrainedTokenizerFast")
                .put("unk_token", SPECIAL.get(0))
                .put("bos_token", SPECIAL.get(BEGIN))
                .put("eos_token", SPECIAL.get(END))
                .put("model_max_length", context);
    }

    private void merge(String first, String second) {
        merges.addArray().add(first).add(second);
        tokens.add(first + second);
    }

    private static String letter(int index) {
        return String.valueOf((char) ('a' + index));
    }

    private ObjectNode byteLevel() {
        return json.createObjectNode()
                .put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", true)
                .put("use_regex", true);
    }

    private ObjectNode model() {
        ObjectNode model = json.createObjectNode().put("type", "BPE").put("unk_token", SPECIAL.get(0));
        model.put("fuse_unk", false).put("byte_fallback", false);
        ObjectNode vocabulary = model.putObject("vocab");
        tokens.forEach(token -> vocabulary.put(token, vocabulary.size()));
        model.set("merges", merges);
        return model;
    }
}
