package io.kanoa.thorgate.engine.ollama;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.weights.FileDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder with safetensors and their configuration that Ollama is to make a model of. It converts what it can.
 *
 * @param digests of its JSON and safetensors files, in hexadecimal digits, by name
 */
record FolderImport(Path folder, Map<String, String> digests) {

    private static final String WEIGHTS = ".safetensors";

    FolderImport {
        digests = Map.copyOf(digests);
    }

    /** Whether a path is such a folder. */
    static boolean isOne(Path path) {
        return Files.isRegularFile(path.resolve("config.json"));
    }

    /** @throws EngineException if it can't be read */
    static FolderImport of(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, String> digests = new TreeMap<>();
            for (Path file : files.filter(FolderImport::isPart).toList()) {
                digests.put(
                        String.valueOf(file.getFileName()), FileDigest.of(file).sha256());
            }
            return new FolderImport(folder, digests);
        } catch (IOException e) {
            throw new EngineException("The model folder " + folder + " can't be read; check the path: " + e, e);
        }
    }

    /** The model's name: the folder's and the beginning of the digest of its weights. */
    String model() {
        String stem =
                String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "_");
        String digest = digests.entrySet().stream()
                .filter(file -> file.getKey().endsWith(WEIGHTS))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst()
                .orElseThrow(() -> new EngineException(
                        "The model folder " + folder + " has no " + WEIGHTS + " files; name another", List.of()));
        return GgufImport.NAMESPACE + stem + "-" + digest.substring(0, GgufImport.DIGEST_IN_NAME);
    }

    /** Copies the files into the store, unless they are there, and has the model made of them. */
    void into(OllamaApi api) {
        Map<String, String> blobs = new TreeMap<>();
        digests.forEach((name, digest) -> {
            String blob = "sha256:" + digest;
            new BlobUpload(api.base(), blob).send(folder.resolve(name));
            blobs.put(name, blob);
        });
        api.create(model(), blobs);
    }

    private static boolean isPart(Path file) {
        String name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file) && (name.endsWith(".json") || name.endsWith(WEIGHTS));
    }
}
