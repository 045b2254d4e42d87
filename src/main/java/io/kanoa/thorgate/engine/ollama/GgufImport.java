package io.kanoa.thorgate.engine.ollama;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.weights.FileDigest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * A GGUF file that Ollama is to make a model of.
 *
 * @param sha256 of its bytes, in hexadecimal digits
 */
record GgufImport(Path file, String sha256) {

    static final String NAMESPACE = "thor-gate/";
    static final int DIGEST_IN_NAME = 12;
    private static final int LONGEST_STEM = 60;

    /** @throws EngineException if it can't be read */
    static GgufImport of(Path file) {
        try {
            return new GgufImport(file, FileDigest.of(file).sha256());
        } catch (IOException e) {
            throw new EngineException("The model file " + file + " can't be read; check the path: " + e, e);
        }
    }

    /** The model's name: the file's and the beginning of its digest, so that another file of the same name is another model. */
    String model() {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String stem = name.substring(0, name.lastIndexOf('.')).replaceAll("[^a-z0-9._-]", "_");
        return NAMESPACE + stem.substring(0, Math.min(LONGEST_STEM, stem.length())) + "-"
                + sha256.substring(0, DIGEST_IN_NAME);
    }

    /** Copies the file into the store, unless it is there, and creates the model. */
    void into(OllamaApi api) {
        String digest = "sha256:" + sha256;
        new BlobUpload(api.base(), digest).send(file);
        api.create(model(), Map.of(String.valueOf(file.getFileName()), digest));
    }
}
