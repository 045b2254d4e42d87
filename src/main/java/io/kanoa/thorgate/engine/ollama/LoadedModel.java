package io.kanoa.thorgate.engine.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * A model in memory, as {@code /api/ps} lists it.
 *
 * @param name with its tag
 * @param bytes that it takes
 * @param gpuBytes of these, what lies in the GPU's memory
 * @param context tokens that it has room for; 0 where this version of Ollama does not tell
 */
record LoadedModel(String name, long bytes, long gpuBytes, int context) {

    static LoadedModel of(JsonNode listed) {
        return new LoadedModel(
                listed.path("name").asText(),
                listed.path("size").asLong(),
                listed.path("size_vram").asLong(),
                listed.path("context_length").asInt());
    }

    boolean isOnTheCpuOnly() {
        return gpuBytes <= 0;
    }

    /** Where it lies, for people. */
    String place() {
        if (isOnTheCpuOnly()) {
            return "on the CPU only";
        }
        return gpuBytes >= bytes
                ? "wholly on the GPU"
                : String.format(Locale.ROOT, "only %.0f %% on the GPU", 100.0 * gpuBytes / bytes);
    }
}
