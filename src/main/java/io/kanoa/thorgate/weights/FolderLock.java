package io.kanoa.thorgate.weights;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The sole right to change a folder, held against other threads and other processes. It ends with the process that
 * holds it, however that ends.
 */
public final class FolderLock {

    /** A file lock belongs to the whole JVM, so threads need one of their own. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private FolderLock() {}

    /** Something that changes the folder. */
    @FunctionalInterface
    public interface Change {
        void make() throws IOException;
    }

    /** Waits for the lock, makes the change and gives the lock back; makes the folder if need be. */
    public static void whileHeld(Path folder, Change change) throws IOException {
        THREADS.lock();
        try {
            Files.createDirectories(folder);
            whileHeldByProcess(folder.resolve("lock"), change);
        } finally {
            THREADS.unlock();
        }
    }

    private static void whileHeldByProcess(Path lockFile, Change change) throws IOException {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            change.make();
        }
    }
}
