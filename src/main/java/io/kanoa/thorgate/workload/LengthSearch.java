package io.kanoa.thorgate.workload;

import java.util.function.IntUnaryOperator;

/**
 * Finds how many characters of a text make a wanted number of tokens. Steps by a straight line as long as that leads
 * on, and halves what is left where it does not; a character that adds at most one token is always found.
 *
 * @param chars that come nearest
 * @param tokens that they make
 * @param misses how far that is from the wanted number
 */
record LengthSearch(int chars, int tokens, int misses) {

    private static final int STEPS_BY_LINE = 6;
    private static final int STEPS = 40;
    private static final int MOST_CHARS_PER_TOKEN = 32;
    private static final int SHORTEST_LIMIT = 2000;

    /**
     * Asks {@code tokensOf} about as few lengths as it can.
     *
     * @param wanted tokens
     * @param tolerance how far from it is good enough
     * @param guess length to ask about first
     * @param charsPerToken slope of the line
     */
    static LengthSearch run(IntUnaryOperator tokensOf, int wanted, int tolerance, int guess, double charsPerToken) {
        LengthSearch best = new LengthSearch(0, 0, wanted);
        int low = 0;
        int high = Math.max(SHORTEST_LIMIT, wanted * MOST_CHARS_PER_TOKEN);
        int at = Math.max(1, Math.min(high - 1, guess));
        for (int step = 0; step < STEPS && high - low > 1 && best.misses > tolerance; step++) {
            int tokens = tokensOf.applyAsInt(at);
            int misses = Math.abs(tokens - wanted);
            best = misses < best.misses ? new LengthSearch(at, tokens, misses) : best;
            low = tokens < wanted ? at : low;
            high = tokens > wanted ? at : high;
            at = next(at, wanted - tokens, step, low, high, charsPerToken);
        }
        return best;
    }

    private static int next(int at, int missing, int step, int low, int high, double charsPerToken) {
        double stride = Math.max(1, Math.abs(missing) * charsPerToken);
        long aimed = at + Math.round(Math.signum(missing) * stride);
        boolean leadsOn = aimed > low && aimed < high && step < STEPS_BY_LINE;
        return leadsOn ? (int) aimed : (low + high) >>> 1;
    }
}
