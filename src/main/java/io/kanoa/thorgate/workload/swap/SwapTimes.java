package io.kanoa.thorgate.workload.swap;

import io.kanoa.thorgate.engine.Unload;

/**
 * One swap of models in parts, all durations in nanoseconds. Parts that a strategy does not have are 0.
 *
 * @param swap which of the row's swaps it is one of
 * @param disk what was to be read
 * @param unload of the first engine, or its falling asleep
 * @param processNanos until the second engine's program ran
 * @param weightsNanos loading its weights
 * @param readyNanos until it answered its health check
 * @param firstTokenNanos from there until its first generated token arrived
 * @param totalNanos request to unload until first token, measured as one span
 * @param memoryReturnedBytes MemAvailable after unload minus before; NaN where memory could not be read or nothing is unloaded
 */
public record SwapTimes(
        SwapCase swap,
        DiskRead disk,
        Unload unload,
        long processNanos,
        long weightsNanos,
        long readyNanos,
        long firstTokenNanos,
        long totalNanos,
        double memoryReturnedBytes) {

    private static final double NANOS_PER_SECOND = 1e9;

    /** The second engine's load without the first token. */
    public long loadNanos() {
        return processNanos + weightsNanos + readyNanos;
    }

    /** Bytes of the weights by the time to load them, per second; NaN where either is not known. */
    public double weightsRate() {
        return weightsNanos > 0 ? disk.bytes() / (weightsNanos / NANOS_PER_SECOND) : Double.NaN;
    }
}
