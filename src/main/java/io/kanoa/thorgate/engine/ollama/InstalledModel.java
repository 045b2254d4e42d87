package io.kanoa.thorgate.engine.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * A model that Ollama can load, as {@code /api/tags} lists it.
 *
 * @param name with its tag
 * @param digest of its manifest
 * @param family e.g. {@code llama}
 * @param quantization e.g. {@code Q4_K_M}
 * @param bytes on disk
 */
record InstalledModel(String name, String digest, String family, String quantization, long bytes) {

    private static final int SHOWN_DIGEST = 12;
    private static final String DEFAULT_TAG = ":latest";

    static InstalledModel of(JsonNode listed) {
        JsonNode details = listed.path("details");
        return new InstalledModel(
                listed.path("name").asText(),
                listed.path("digest").asText(),
                details.path("family").asText(),
                details.path("quantization_level").asText(),
                listed.path("size").asLong());
    }

    /** Whether a user's word for a model means this one; Ollama ignores case and takes {@code latest} for a missing tag. */
    boolean isCalled(String word) {
        return isSame(name, word);
    }

    /** Name, family, quantization, size and digest, for people. */
    String description() {
        return "%s (%s, %s, %d bytes, digest %s)"
                .formatted(
                        name,
                        family,
                        quantization,
                        bytes,
                        digest.substring(0, Math.min(SHOWN_DIGEST, digest.length())));
    }

    static boolean isSame(String one, String other) {
        return tagged(one).equals(tagged(other));
    }

    private static String tagged(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.indexOf(':', lower.lastIndexOf('/') + 1) < 0 ? lower + DEFAULT_TAG : lower;
    }
}
