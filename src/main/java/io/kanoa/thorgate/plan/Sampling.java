package io.kanoa.thorgate.plan;

import java.time.Duration;

/**
 * How much is asked of a row before it is judged.
 *
 * @param warmUpRequests requests that are sent first and never judged
 * @param requests the most measured requests; a single user's row ends earlier once its targets are settled. For a swap row
 *     the number of swaps in each direction and each state of the page cache, at least 5
 * @param outputTokens length forced on each answer
 * @param thinkTime pause of the user between an answer and the next question
 * @param stallTimeout longest wait for the next byte before the first token of an answer, and for the next token after it,
 *     before the request counts as failed
 * @param loadTimeout longest wait for an engine to become ready
 * @param timeLimit longest time that a row's measured requests, swaps or starts may take in all; what is under way then is
 *     let finish, unless it has taken as long by itself
 * @param allowsUnsteady whether a row whose speed drifted, jumped or was throttled is judged all the same, which only a
 *     profile for machines that are never quiet should allow
 */
public record Sampling(
        int warmUpRequests,
        int requests,
        int outputTokens,
        Duration thinkTime,
        Duration stallTimeout,
        Duration loadTimeout,
        Duration timeLimit,
        boolean allowsUnsteady) {

    /** Sampling that allows no unsteady row. */
    public Sampling(
            int warmUpRequests,
            int requests,
            int outputTokens,
            Duration thinkTime,
            Duration stallTimeout,
            Duration loadTimeout,
            Duration timeLimit) {
        this(warmUpRequests, requests, outputTokens, thinkTime, stallTimeout, loadTimeout, timeLimit, false);
    }

    /** The same with answers of another length, and another pause between them. */
    public Sampling withShape(int outputTokens, Duration thinkTime) {
        return new Sampling(
                warmUpRequests,
                requests,
                outputTokens,
                thinkTime,
                stallTimeout,
                loadTimeout,
                timeLimit,
                allowsUnsteady);
    }

    /** The same with another number of warm-up requests. */
    public Sampling withWarmUp(int warmUpRequests) {
        return new Sampling(
                warmUpRequests,
                requests,
                outputTokens,
                thinkTime,
                stallTimeout,
                loadTimeout,
                timeLimit,
                allowsUnsteady);
    }

    /** The same with another number of measured requests. */
    public Sampling withRequests(int requests) {
        return new Sampling(
                warmUpRequests,
                requests,
                outputTokens,
                thinkTime,
                stallTimeout,
                loadTimeout,
                timeLimit,
                allowsUnsteady);
    }
}
