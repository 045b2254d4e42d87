package io.kanoa.thorgate.engine.embedded;

import io.kanoa.thorgate.weights.GgufHeader;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What has to be known of a model file before it is loaded.
 *
 * @param context longest context that the model was made for, in tokens
 * @param beginToken whether a begin token is put before each prompt
 * @param endToken whether an end token is put after each prompt
 */
record ModelFacts(int context, boolean beginToken, boolean endToken) {

    private static final String TOKENIZER = "tokenizer.ggml.";

    static ModelFacts of(Path file) throws IOException {
        GgufHeader header = GgufHeader.read(file);
        String architecture = header.text("general.architecture").orElse("llama");
        boolean sentencePiece =
                header.text(TOKENIZER + "model").filter("llama"::equals).isPresent();
        return new ModelFacts(
                (int) Math.min(
                        Integer.MAX_VALUE,
                        header.number(architecture + ".context_length").orElse(Integer.MAX_VALUE)),
                header.flag(TOKENIZER + "add_bos_token").orElse(sentencePiece),
                header.flag(TOKENIZER + "add_eos_token").orElse(false));
    }

    /** Tokens that each prompt has besides those of its text. */
    int specialTokens() {
        return (beginToken ? 1 : 0) + (endToken ? 1 : 0);
    }
}
