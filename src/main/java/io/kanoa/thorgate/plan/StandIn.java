package io.kanoa.thorgate.plan;

/**
 * The shape of a synthetic Llama-architecture model with random weights that stands in for a real one. Its speed is
 * real, its words are not.
 *
 * @param layers transformer blocks
 * @param width embedding length; a multiple of {@code heads}
 * @param feedForward length of the feed-forward layer
 * @param heads query heads
 * @param keyValueHeads a divisor of {@code heads}
 * @param context longest context in tokens
 * @param seed of the random weights
 */
public record StandIn(int layers, int width, int feedForward, int heads, int keyValueHeads, int context, long seed) {}
