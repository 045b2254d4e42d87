package io.kanoa.thorgate.plan;

/**
 * The dummy stream of a background model: open loop, one request every {@code 1 / requestsPerSecond} seconds whether or
 * not the last one has ended.
 *
 * @param requestsPerSecond arrivals a second
 * @param inputTokens length of each prompt
 * @param outputTokens length forced on each answer
 */
public record Background(double requestsPerSecond, int inputTokens, int outputTokens) {}
