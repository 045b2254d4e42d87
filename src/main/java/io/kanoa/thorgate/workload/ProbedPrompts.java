package io.kanoa.thorgate.workload;

import java.util.HashMap;
import java.util.Map;

/**
 * Prompts of about a number of tokens, where a server has no tokenizer to ask and tells only the usage of whole requests.
 * Two short probes give a straight line from characters to tokens, template included; probes of the full length check it and
 * move it until they are within half a percent or 3 tokens. Each probe has an opening of its own, so that none is answered
 * from a cache and none warms one for a prompt.
 */
final class ProbedPrompts implements Prompts {

    private static final int SHORT_CHARS = 400;
    private static final int LONGER_CHARS = 1600;
    private static final int LEAST_TOLERANCE = 3;
    private static final int TOLERANCE_DIVISOR = 200;

    private final TokenCounter usage;
    private final PromptText text;
    private final Map<Integer, Integer> bodyChars = new HashMap<>();
    private long nextProbe;

    /**
     * @param usage prompt tokens of a request with a text, template included
     * @param firstProbe salt of the first probe; it and those after it must not be salts of prompts
     */
    ProbedPrompts(TokenCounter usage, PromptText text, long firstProbe) {
        this.usage = usage;
        this.text = text;
        this.nextProbe = firstProbe;
    }

    @Override
    public String of(int tokens, long salt) {
        int chars = text.openingLength(salt) + bodyChars.computeIfAbsent(tokens, this::find);
        return text.of(salt, 0, Math.max(1, chars));
    }

    private int find(int tokens) {
        int few = probe(SHORT_CHARS);
        int more = probe(LONGER_CHARS);
        double charsPerToken = (LONGER_CHARS - SHORT_CHARS) / Math.max(1.0, more - few);
        int opening = text.openingLength(nextProbe);
        int guess = (int) Math.round(SHORT_CHARS + (tokens - few) * charsPerToken);
        LengthSearch found =
                LengthSearch.run(this::probe, tokens, tolerance(tokens), Math.max(1, guess), charsPerToken);
        if (found.misses() > tolerance(tokens)) {
            throw new WorkloadException("no prompt of about " + tokens + " tokens found: the nearest has "
                    + found.tokens() + ", by the usage that the server reports");
        }
        return found.chars() - opening;
    }

    private int probe(int chars) {
        return usage.count(text.of(nextProbe++, 0, chars));
    }

    private static int tolerance(int tokens) {
        return Math.max(LEAST_TOLERANCE, tokens / TOLERANCE_DIVISOR);
    }
}
