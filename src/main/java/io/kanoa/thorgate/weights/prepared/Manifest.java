package io.kanoa.thorgate.weights.prepared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.weights.HeaderJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a prepared model is, kept beside its files.
 *
 * @param repository that it is from
 * @param revision commit of the repository; {@code local} where it came from a folder that does not tell
 * @param precision as its files say
 * @param method how it was made from the repository; empty where it is as published
 * @param files all that were verified
 */
public record Manifest(String repository, String revision, String precision, String method, List<ManifestFile> files) {

    /** Its name beside the files. */
    public static final String FILE_NAME = "thor-gate-manifest.json";

    private static final long LONGEST = 1 << 21;
    private static final int VERSION = 1;

    public Manifest {
        files = List.copyOf(files);
    }

    /**
     * The manifest of a model; empty where there is none.
     *
     * @throws IOException if it is broken; the message names the file
     */
    public static Optional<Manifest> of(Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private static Manifest read(Path file) throws IOException {
        JsonNode root = HeaderJson.object(file, LONGEST);
        if (root.path("version").asInt() != VERSION) {
            throw new IOException(file + " has version " + root.path("version") + "; this gate reads " + VERSION);
        }
        List<ManifestFile> files = new ArrayList<>();
        try {
            root.path("files").forEach(at -> files.add(file(at)));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        return new Manifest(
                root.path("repository").asText(),
                root.path("revision").asText(),
                root.path("precision").asText(),
                root.path("method").asText(),
                files);
    }

    private static ManifestFile file(JsonNode at) {
        return new ManifestFile(
                at.path("path").asText(),
                at.path("size").asLong(-1),
                at.path("sha256").asText(),
                at.path("modified").asLong());
    }

    /** Puts it beside the files, whole or not at all. */
    public void writeTo(Path folder) throws IOException {
        Path part = folder.resolve(FILE_NAME + ".part");
        Files.writeString(part, json().toPrettyString() + "\n");
        Files.move(part, folder.resolve(FILE_NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    private ObjectNode json() {
        ObjectNode root = new ObjectMapper()
                .createObjectNode()
                .put("version", VERSION)
                .put("repository", repository)
                .put("revision", revision)
                .put("precision", precision)
                .put("method", method);
        ArrayNode all = root.putArray("files");
        files.forEach(file -> all.addObject()
                .put("path", file.path())
                .put("size", file.size())
                .put("sha256", file.sha256())
                .put("modified", file.modified()));
        return root;
    }
}
