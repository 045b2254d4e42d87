package io.kanoa.thorgate.weights.place;

import com.fasterxml.jackson.databind.JsonNode;
import io.kanoa.thorgate.weights.HeaderJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** What Ollama has pulled: a manifest a model, which names the blob with the weights by its digest. */
record OllamaStore(EngineFiles files) {

    private static final Pattern NAME = Pattern.compile(
            "(?:(?<owner>[\\w-]{1,80})/)?(?<model>(?!\\.+(:|$))[\\w.-]{1,80})(?::(?<tag>(?!\\.+$)[\\w.-]{1,80}))?");
    private static final Pattern DIGEST = Pattern.compile("sha256:([0-9a-f]{64})");
    private static final String WEIGHTS = "application/vnd.ollama.image.model";
    private static final long LONGEST_MANIFEST = 1 << 16;

    /** The GGUF file behind a name; empty where it is not there. */
    Optional<Path> weights(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.matches()
                ? files.here(manifest(parts)).flatMap(this::digest).flatMap(this::blob)
                : Optional.empty();
    }

    private Path manifest(Matcher parts) {
        return folder().resolve("manifests/registry.ollama.ai")
                .resolve(Optional.ofNullable(parts.group("owner")).orElse("library"))
                .resolve(parts.group("model"))
                .resolve(Optional.ofNullable(parts.group("tag")).orElse("latest"));
    }

    private Optional<String> digest(Path manifest) {
        try {
            JsonNode layers = HeaderJson.object(manifest, LONGEST_MANIFEST).path("layers");
            return StreamSupport.stream(layers.spliterator(), false)
                    .filter(layer -> layer.path("mediaType").asText().equals(WEIGHTS))
                    .map(layer -> layer.path("digest").asText())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> blob(String digest) {
        Matcher hash = DIGEST.matcher(digest);
        return hash.matches()
                ? files.here(folder().resolve("blobs").resolve("sha256-" + hash.group(1)))
                : Optional.empty();
    }

    private Path folder() {
        return files.variable()
                .apply("OLLAMA_MODELS")
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElseGet(() -> files.home().resolve(".ollama/models"));
    }
}
