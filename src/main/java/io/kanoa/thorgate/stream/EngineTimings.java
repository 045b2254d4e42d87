package io.kanoa.thorgate.stream;

/**
 * The engine's own view of one answer (llama.cpp {@code timings}, Ollama durations), for cross-checks only.
 *
 * @param promptTokens tokens processed, cached ones excluded where the engine tells them apart (Ollama does not)
 * @param promptNanos time for them
 * @param predictedTokens tokens generated
 * @param predictedNanos time for them
 */
public record EngineTimings(int promptTokens, long promptNanos, int predictedTokens, long predictedNanos) {}
