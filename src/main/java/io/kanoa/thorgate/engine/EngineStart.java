package io.kanoa.thorgate.engine;

import java.util.List;

/**
 * How an engine came to life, in parts that add up to the load time. All parts are 0 where it ran already and nothing was
 * loaded for us.
 *
 * @param requestedNanos {@link System#nanoTime()} when the start was asked for
 * @param processNanos duration until the engine's program ran
 * @param weightsNanos duration of loading the weights, as the engine reports it
 * @param readyNanos duration from then until it answered its health check
 * @param version of the engine
 * @param modelFile what it serves: file and size, for people
 * @param commandLine the exact arguments
 * @param cache what it says of its memory for keys and values
 */
public record EngineStart(
        long requestedNanos,
        long processNanos,
        long weightsNanos,
        long readyNanos,
        String version,
        String modelFile,
        List<String> commandLine,
        HeldCache cache) {

    public EngineStart {
        commandLine = List.copyOf(commandLine);
    }

    /** A start of an engine that says nothing of its memory for keys and values. */
    public EngineStart(
            long requestedNanos,
            long processNanos,
            long weightsNanos,
            long readyNanos,
            String version,
            String modelFile,
            List<String> commandLine) {
        this(
                requestedNanos,
                processNanos,
                weightsNanos,
                readyNanos,
                version,
                modelFile,
                commandLine,
                HeldCache.NOT_TOLD);
    }

    /** Whether a model was loaded; otherwise there is no load time. */
    public boolean isLoad() {
        return loadNanos() > 0;
    }

    /** From the request to start until the engine answered, in nanoseconds. */
    public long loadNanos() {
        return processNanos + weightsNanos + readyNanos;
    }
}
