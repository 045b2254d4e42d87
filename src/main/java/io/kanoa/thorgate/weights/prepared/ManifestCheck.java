package io.kanoa.thorgate.weights.prepared;

import io.kanoa.thorgate.weights.FileDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds a model's files against its manifest. */
public final class ManifestCheck {

    private static final String WEIGHTS = ".safetensors";

    private final Path folder;
    private final boolean readsAll;

    private ManifestCheck(Path folder, boolean readsAll) {
        this.folder = folder;
        this.readsAll = readsAll;
    }

    /** A check that takes a file for unchanged where size and time are; others are read. */
    public static ManifestCheck quick(Path folder) {
        return new ManifestCheck(folder, false);
    }

    /** A check that reads every file: minutes for a large model. */
    public static ManifestCheck thorough(Path folder) {
        return new ManifestCheck(folder, true);
    }

    /** One problem for each file that is not as it was; weights that the manifest does not list count too. */
    public List<String> problems(Manifest manifest) throws IOException {
        List<String> problems = new ArrayList<>();
        for (ManifestFile file : manifest.files()) {
            String problem = problem(file);
            if (!problem.isEmpty()) {
                problems.add(folder.resolve(file.path()) + " " + problem);
            }
        }
        unlisted(manifest).forEach(name -> problems.add(folder.resolve(name) + " is not in the manifest"));
        return List.copyOf(problems);
    }

    private String problem(ManifestFile file) throws IOException {
        Path path = folder.resolve(file.path());
        if (!Files.isRegularFile(path)) {
            return "is not there, and the manifest lists it";
        }
        long size = Files.size(path);
        if (size != file.size()) {
            return "has " + size + " bytes, and the manifest says " + file.size();
        }
        boolean untouched = Files.getLastModifiedTime(path).toMillis() == file.modified();
        return (untouched && !readsAll) || FileDigest.of(path).sha256().equals(file.sha256())
                ? ""
                : "has other content than the manifest says (SHA-256)";
    }

    private List<String> unlisted(Manifest manifest) throws IOException {
        Set<String> listed = manifest.files().stream().map(ManifestFile::path).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(WEIGHTS) && !listed.contains(name))
                    .sorted()
                    .toList();
        }
    }
}
