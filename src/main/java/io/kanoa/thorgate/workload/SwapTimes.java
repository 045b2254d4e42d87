package io.kanoa.thorgate.workload;

import io.kanoa.thorgate.engine.Unload;

/**
 * One swap of models in parts, all durations in nanoseconds.
 *
 * @param unload of the first engine
 * @param processNanos until the second engine's program ran
 * @param weightsNanos loading its weights
 * @param readyNanos until it answered its health check
 * @param firstTokenNanos from there until its first generated token arrived
 * @param totalNanos request to unload until first token, measured as one span
 * @param memoryReturnedBytes MemAvailable after unload minus before; NaN where memory could not be read
 */
public record SwapTimes(
        Unload unload,
        long processNanos,
        long weightsNanos,
        long readyNanos,
        long firstTokenNanos,
        long totalNanos,
        double memoryReturnedBytes) {}
