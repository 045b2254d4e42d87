package io.kanoa.thorgate.workload;

import java.util.HashMap;
import java.util.Map;

/**
 * Prompts of an exact number of tokens, where the server says how many tokens a text has. Every prompt is counted as a
 * whole, so what a tokenizer makes of the places where its parts meet is in the count. The body's length is kept, so that
 * later prompts of the same length take two or three questions.
 */
final class PromptMaker implements Prompts {

    private static final int SAMPLE_CHARS = 1000;
    private static final int VARIANTS = 3;

    private final TokenCounter counter;
    private final int templateTokens;
    private final PromptText text;
    private final Map<Integer, Integer> bodyChars = new HashMap<>();
    private double charsPerToken;

    /**
     * @param counter the served model's own tokenizer
     * @param templateTokens what the server adds around a user's text
     */
    PromptMaker(TokenCounter counter, int templateTokens, PromptText text) {
        this.counter = counter;
        this.templateTokens = templateTokens;
        this.text = text;
    }

    @Override
    public String of(int tokens, long salt) {
        int nearest = 0;
        for (int variant = 0; variant < VARIANTS; variant++) {
            LengthSearch found = search(tokens - templateTokens, salt, variant);
            if (found.misses() == 0) {
                bodyChars.put(tokens, found.chars() - text.openingLength(salt));
                return text.of(salt, variant, found.chars());
            }
            nearest = found.tokens();
        }
        throw new WorkloadException("no prompt of exactly " + tokens + " tokens found: the nearest has "
                + (nearest + templateTokens) + "; the server adds " + templateTokens + " of its own");
    }

    private LengthSearch search(int wanted, long salt, int variant) {
        if (wanted < 1) {
            return new LengthSearch(0, 0, Integer.MAX_VALUE);
        }
        double slope = charsPerToken();
        int body = bodyChars.getOrDefault(wanted + templateTokens, (int) (wanted * slope) - text.openingLength(salt));
        return LengthSearch.run(
                chars -> counter.count(text.of(salt, variant, chars)),
                wanted,
                0,
                text.openingLength(salt) + body,
                slope);
    }

    private double charsPerToken() {
        if (charsPerToken == 0) {
            String sample = text.of(0, 0, SAMPLE_CHARS);
            charsPerToken = (double) sample.length() / Math.max(1, counter.count(sample));
        }
        return charsPerToken;
    }
}
