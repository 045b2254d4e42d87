package io.kanoa.thorgate.plan;

import java.util.List;

/**
 * The images that stand beside the text of a row's prompts.
 *
 * @param counts images of a prompt, taken in turn: with 0, 1, 2 every third prompt is text alone
 * @param width of each, in pixels
 * @param height of each, in pixels
 * @param tokensEach most tokens that the model makes of one; as many are kept free in the context
 */
public record Images(List<Integer> counts, int width, int height, int tokensEach) {

    /** Text alone. */
    public static final Images NONE = new Images(List.of(0), 0, 0, 0);

    public Images {
        counts = List.copyOf(counts);
    }

    /** Whether any prompt has one. */
    public boolean areAsked() {
        return most() > 0;
    }

    /** Images of the prompt that has most of them. */
    public int most() {
        return counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** Tokens kept free for those of one prompt. */
    public int room() {
        return most() * tokensEach;
    }

    /** {@code 0, 1 or 2 images of 1024 x 768}. */
    @Override
    public String toString() {
        if (!areAsked()) {
            return "text alone";
        }
        String listed = String.join(", ", counts.stream().map(String::valueOf).toList());
        int last = listed.lastIndexOf(", ");
        String numbers = last < 0 ? listed : listed.substring(0, last) + " or" + listed.substring(last + 1);
        return numbers + (most() == 1 ? " image" : " images") + " of " + width + " x " + height;
    }
}
