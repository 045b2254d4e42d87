package io.kanoa.thorgate.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for parsers that read files. It is deleted when the JVM ends. */
public final class Scratch {

    private final Path folder;

    public Scratch() {
        try {
            folder = Files.createTempDirectory("thor-gate-fuzz-");
            Runtime.getRuntime().addShutdownHook(new Thread(this::delete));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    /** Where a file lies or will lie; the folders above it are there. */
    public Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    /** Writes a file anew. */
    public Path write(String name, byte[] content) throws IOException {
        return Files.write(file(name), content);
    }

    private void delete() {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
