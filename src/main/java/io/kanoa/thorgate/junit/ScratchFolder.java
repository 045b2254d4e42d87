package io.kanoa.thorgate.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for files that nobody needs afterwards; closing it deletes them. */
record ScratchFolder(Path path) implements AutoCloseable {

    static ScratchFolder open(String prefix) {
        try {
            return new ScratchFolder(Files.createTempDirectory(prefix));
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made; is the disk full?", e);
        }
    }

    /** What another program still writes or holds may stay behind. */
    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException busy) {
            path.toFile().deleteOnExit();
        }
    }
}
