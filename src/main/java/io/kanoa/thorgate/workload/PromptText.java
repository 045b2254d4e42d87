package io.kanoa.thorgate.workload;

import java.util.SplittableRandom;

/**
 * The words that prompts are made of: an opening of its own for each prompt, and a body that all share. No two prompts in
 * a row start with the same word, so no prefix cache can answer for the engine; words that follow each other in the list
 * start with different letters, for tokenizers that know no words. Not safe for use by several threads.
 */
public final class PromptText {

    private static final String[] WORDS = ("school people way state problem woman student part world child system hand"
                    + " place week man country life story family home program work mother case lot"
                    + " study fact house time point water money day company line side friend group"
                    + " hour night room book eye thing power year word member door car law service"
                    + " father game head question number right area job business end issue kind")
            .split(" ");
    private static final int OPENING_WORDS = 8;

    private final SplittableRandom random;
    private final StringBuilder body = new StringBuilder();

    /** @param seed of the body; bodies of different seeds share no long passage */
    public PromptText(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /**
     * The beginning of the prompt of {@code salt}: its opening and as much of the body as {@code chars} has room for. A
     * full stop stands where it would end in a space, which templates strip.
     *
     * @param variant 0, or another number for a prompt that differs a little after its opening
     */
    public String of(long salt, int variant, int chars) {
        StringBuilder text = new StringBuilder(chars + 1).append(opening(salt)).append(".".repeat(variant));
        int missing = chars - text.length();
        if (missing > 0) {
            grow(missing);
            text.append(body, 0, missing);
        } else {
            text.setLength(chars);
        }
        if (text.charAt(chars - 1) == ' ') {
            text.setCharAt(chars - 1, '.');
        }
        return text.toString();
    }

    int openingLength(long salt) {
        return opening(salt).length();
    }

    private static String opening(long salt) {
        SplittableRandom own = new SplittableRandom(salt);
        StringBuilder opening = new StringBuilder(WORDS[first(salt)]);
        for (int i = 1; i < OPENING_WORDS; i++) {
            opening.append(' ').append(WORDS[own.nextInt(WORDS.length)]);
        }
        return opening.toString();
    }

    /** Counts through the list, from a place that each block of as many salts as words has for itself. */
    private static int first(long salt) {
        long block = Math.floorDiv(salt, WORDS.length);
        int start = new SplittableRandom(block).nextInt(WORDS.length);
        return (int) Math.floorMod(salt + start, (long) WORDS.length);
    }

    private void grow(int chars) {
        while (body.length() < chars) {
            body.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
    }
}
