package io.kanoa.thorgate.workload;

import io.kanoa.thorgate.stream.Image;
import java.util.List;

/**
 * A question as it is put.
 *
 * @param text of it
 * @param tokens of text and images together, which usage must report
 * @param images beside the text
 */
record Prompt(String text, int tokens, List<Image> images) {

    Prompt {
        images = List.copyOf(images);
    }

    /** Text alone. */
    static Prompt text(String text, int tokens) {
        return new Prompt(text, tokens, List.of());
    }
}
