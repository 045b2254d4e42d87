package io.kanoa.thorgate.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * A file that is there as a whole or not at all, after a crash or a power cut too: written under another name, forced to the
 * disk, moved into place, and the move itself forced as well.
 */
public final class WholeFile {

    /** Of the name under which a file is written. */
    private static final String UNFINISHED = ".part";

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
        Path part = file.toAbsolutePath().resolveSibling(file.getFileName() + UNFINISHED);
        Path folder = Objects.requireNonNull(part.getParent());
        try {
            Files.createDirectories(folder);
            fill(part, content);
            move(part, file);
            forceFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write " + file + "; is the folder writable, the disk full?", e);
        }
    }

    /**
     * Deletes what writers that were killed have left in {@code folder}, where nobody else may be writing now. What can't be
     * deleted stays.
     */
    public static void deleteUnfinished(Path folder) {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // No such folder, or not ours: nothing that would be in the way.
            return;
        }
    }

    private static void fill(Path part, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            content.writeTo(out);
            out.flush();
            channel.force(true);
        } catch (IOException | RuntimeException e) {
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

    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folder, and needs none of this.
            return;
        }
    }
}
