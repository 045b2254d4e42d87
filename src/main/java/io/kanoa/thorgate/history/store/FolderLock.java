package io.kanoa.thorgate.history.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Keeps other runs out of a folder, in this process and in others, until it is closed or its process ends. */
final class FolderLock implements AutoCloseable {

    private static final Duration STEP = Duration.ofMillis(5);

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the lock.
     *
     * @throws HistoryException if others hold it for longer than {@code patience}
     */
    static FolderLock take(Path file, Duration patience) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long start = System.nanoTime();
        while (tryLock(channel) == null) {
            if (System.nanoTime() - start > patience.toNanos()) {
                channel.close();
                throw new HistoryException("another run has held " + file + " for " + patience.toSeconds()
                        + " s: wait until it has ended, or give another -Dgate.history");
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        return new FolderLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
