package io.kanoa.thorgate.device.lock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The file behind the lock. It is never removed, since another gate may just be opening it; what it says counts only while
 * somebody holds it. Every user of the machine may hold it.
 */
final class LockFile implements AutoCloseable {

    private static final int LONGEST = 4096;

    private final FileChannel channel;

    private LockFile(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens the file, which is made for all users where it is missing. */
    static LockFile open(Path file) throws IOException {
        try {
            Files.createFile(file);
            share(file);
        } catch (FileAlreadyExistsException e) {
            // Opened without creating it: Linux lets nobody create over another user's file in a shared folder.
        }
        return new LockFile(FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    private static void share(Path file) throws IOException {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        } catch (UnsupportedOperationException e) {
            // A file system without such permissions has nothing to share.
        }
    }

    /** Whether it is held now, by this. */
    boolean hold() throws IOException {
        return tryLock() != null;
    }

    private @Nullable FileLock tryLock() throws IOException {
        try {
            return channel.tryLock(Long.MAX_VALUE - 1, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    void write(String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    /** What was written last, on one line: anybody may have written it. */
    String text() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        int read = channel.read(bytes, 0);
        String text = read <= 0 ? "" : new String(bytes.array(), 0, read, StandardCharsets.UTF_8);
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
