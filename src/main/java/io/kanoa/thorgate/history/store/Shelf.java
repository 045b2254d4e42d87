package io.kanoa.thorgate.history.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The results of runs, compressed, in a folder beside their history: each run's own place is written over by the next. */
public final class Shelf {

    private static final String SUFFIX = ".json.gz";

    private final Path folder;

    Shelf(Path folder) {
        this.folder = folder;
    }

    /** Where the results of the run with this id are, or will be. */
    public Path placeOf(String run) {
        return folder.resolve(run + SUFFIX);
    }

    /**
     * Keeps a copy of a run's results file, which is there as a whole or not at all.
     *
     * @throws UncheckedIOException if it can't be read or written
     */
    public void put(String run, Path results) {
        Path part = folder.resolve(run + ".part");
        try {
            Files.createDirectories(folder);
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(part))) {
                Files.copy(results, out);
            }
            Files.move(part, placeOf(run), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the results can't be kept in " + folder + " (" + e + "); is there room on the disk?", e);
        }
    }

    /**
     * Removes the results of all other runs.
     *
     * @throws UncheckedIOException if one can't be removed
     */
    public void removeAllBut(Set<String> runs) {
        try {
            for (Path file : files()) {
                String name = file.getFileName().toString();
                if (name.endsWith(SUFFIX) && !runs.contains(name.substring(0, name.length() - SUFFIX.length()))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("old results can't be removed from " + folder + " (" + e + ")", e);
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
