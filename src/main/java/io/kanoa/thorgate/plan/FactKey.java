package io.kanoa.thorgate.plan;

import java.util.Arrays;
import java.util.Optional;

/** The whole numbers that can be stated of a model, each with the word that a plan writes it by. */
public enum FactKey {
    PARAMETERS("parameters", false, "weights of all parts of the model"),
    ACTIVE_PARAMETERS("active-parameters", false, "weights that serve one text token, its embedding table included"),
    VISION_PARAMETERS("vision-parameters", false, "those of all parameters that decoding text does not touch"),
    WEIGHT_BYTES("weight-bytes", false, "size of the weight files"),
    LAYERS("layers", true, "transformer layers"),
    WIDTH("width", true, "length of a hidden state"),
    VOCABULARY("vocabulary", true, "rows of the embedding table"),
    HEADS("heads", true, "query heads of a layer"),
    KEY_VALUE_HEADS("key-value-heads", true, "key and value heads of a layer"),
    HEAD_DIMENSION("head-dimension", true, "length of one head's key or value"),
    EXPERTS("experts", true, "routed experts of a mixture layer"),
    ACTIVE_EXPERTS("active-experts", true, "routed experts that one token passes through"),
    WINDOWED_LAYERS("windowed-layers", true, "layers that attend within a window or chunk only"),
    WINDOW("window", true, "tokens that a windowed layer attends to at most"),
    MAX_CONTEXT("max-context", true, "tokens that the model was made for, prompt and answer together");

    private final String word;
    private final boolean exact;
    private final String meaning;

    FactKey(String word, boolean exact, String meaning) {
        this.word = word;
        this.exact = exact;
        this.meaning = meaning;
    }

    /** As a plan writes it, e.g. {@code key-value-heads}. */
    public String word() {
        return word;
    }

    /** Whether people state it exactly; otherwise it is usually rounded, as in 32.2 B. */
    public boolean exact() {
        return exact;
    }

    /** What it counts. */
    public String meaning() {
        return meaning;
    }

    /** The fact that a plan writes by this word. */
    public static Optional<FactKey> of(String word) {
        return Arrays.stream(values()).filter(key -> key.word.equals(word)).findFirst();
    }

    @Override
    public String toString() {
        return word;
    }
}
