package io.kanoa.thorgate.physics;

/**
 * What is neither the model's nor the device's, and shown with every sum that it enters.
 *
 * @param cacheElementBytes of one key or value in the cache: 2 for BF16, 1 for FP8
 * @param overheadBytes what an engine takes besides weights and cache: runtime, buffers, activations
 */
public record Assumptions(double cacheElementBytes, double overheadBytes) {

    /** A BF16 cache, and 2 GB for the engine: our estimate. */
    public static final Assumptions PLAIN = new Assumptions(2, 2e9);
}
