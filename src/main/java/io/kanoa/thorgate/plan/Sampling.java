package io.kanoa.thorgate.plan;

import java.time.Duration;

/**
 * How much is asked of a row before it is judged.
 *
 * @param warmUpRequests requests that are sent first and never judged
 * @param requests measured requests; for a swap row the number of swaps
 * @param outputTokens length forced on each answer
 * @param thinkTime pause of the user between an answer and the next question
 * @param stallTimeout longest wait for the next byte of an answer before the request counts as failed
 * @param loadTimeout longest wait for an engine to become ready
 */
public record Sampling(
        int warmUpRequests,
        int requests,
        int outputTokens,
        Duration thinkTime,
        Duration stallTimeout,
        Duration loadTimeout) {}
