package io.kanoa.thorgate.workload.swap;

import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.Unload;
import java.util.Optional;

/**
 * A model that has given way to another, which answers now. Durations are those of {@link SwapTimes}.
 *
 * @param start of the second engine, where it was started
 */
record Change(
        RunningEngine engine,
        Unload unload,
        long processNanos,
        long weightsNanos,
        long readyNanos,
        double memoryReturnedBytes,
        Optional<EngineStart> start) {}
