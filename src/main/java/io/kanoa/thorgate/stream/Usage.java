package io.kanoa.thorgate.stream;

/**
 * Token counts as the server reports them at the end of an answer; -1 where it does not.
 *
 * @param promptTokens input tokens, cached ones included
 * @param completionTokens generated tokens, reasoning included
 * @param reasoningTokens generated tokens that are reasoning
 * @param cachedTokens input tokens answered from a cache
 */
public record Usage(int promptTokens, int completionTokens, int reasoningTokens, int cachedTokens) {

    /** Nothing reported. */
    public static final Usage NONE = new Usage(-1, -1, -1, -1);
}
