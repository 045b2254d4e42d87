package io.kanoa.thorgate.workload;

/**
 * One swap of models in parts, all durations in nanoseconds.
 *
 * @param unloadNanos request to unload until the first engine was gone
 * @param processNanos until the second engine's program ran
 * @param weightsNanos loading its weights
 * @param readyNanos until it answered its health check
 * @param firstTokenNanos from there until its first generated token arrived
 * @param totalNanos request to unload until first token, measured as one span
 * @param memoryReturnedBytes MemAvailable after unload minus before; NaN where memory could not be read
 */
public record SwapTimes(
        long unloadNanos,
        long processNanos,
        long weightsNanos,
        long readyNanos,
        long firstTokenNanos,
        long totalNanos,
        double memoryReturnedBytes) {}
