package io.kanoa.thorgate.engine;

import java.time.Duration;

/** A tool that can measure an engine besides us. */
public interface SecondOpinionSource {

    /**
     * Work that is asked for, one request at a time.
     *
     * @param inputTokens of each prompt
     * @param outputTokens of each answer, forced
     * @param requests that are measured
     */
    record Shape(int inputTokens, int outputTokens, int requests) {}

    /** Its name, e.g. {@code vllm bench serve}. */
    String tool();

    /** Whether it loads the model itself, so that the engine must be unloaded before; otherwise the engine must run. */
    boolean wantsEngineGone();

    /**
     * Runs it to its end.
     *
     * @throws EngineException if it failed, or did not end within {@code timeout}; carries its last words
     */
    SecondOpinion ask(Shape shape, Duration timeout);
}
