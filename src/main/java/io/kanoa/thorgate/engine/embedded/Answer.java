package io.kanoa.thorgate.engine.embedded;

/**
 * What came of a {@link Generation}, by the server's own clock.
 *
 * @param promptTokens evaluated
 * @param promptNanos from the start to the first token
 * @param predictedTokens generated
 * @param predictedNanos from the first token to the last
 * @param finishReason {@code length} or {@code stop}
 */
record Answer(int promptTokens, long promptNanos, int predictedTokens, long predictedNanos, String finishReason) {}
