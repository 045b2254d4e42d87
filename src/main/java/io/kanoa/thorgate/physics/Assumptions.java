package io.kanoa.thorgate.physics;

/**
 * What is neither the model's nor the device's, and shown with every sum that it enters.
 *
 * @param overheadBytes what an engine takes besides weights and cache: runtime, buffers, activations
 */
public record Assumptions(double overheadBytes) {

    /** 2 GB for the engine: our estimate. */
    public static final Assumptions PLAIN = new Assumptions(2e9);
}
