package io.kanoa.thorgate.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is there as a whole or not at all: written under another name, then moved into place. */
public final class WholeFile {

    /** What writes the content. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /**
     * Replaces {@code file}, whose folder is made where it is missing.
     *
     * @throws UncheckedIOException if it can't be written; what was there before is unchanged then
     */
    public static void write(Path file, Content content) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(part.toAbsolutePath().getParent());
            fill(part, content);
            move(part, file);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write " + file + "; is the folder writable, the disk full?", e);
        }
    }

    private static void fill(Path part, Content content) throws IOException {
        try (OutputStream out = Files.newOutputStream(part)) {
            content.writeTo(out);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
