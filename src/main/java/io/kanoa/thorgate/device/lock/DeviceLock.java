package io.kanoa.thorgate.device.lock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The right to measure on this machine. It ends with the process that has it, however that ends. */
public final class DeviceLock implements AutoCloseable {

    private static final Duration STEP = Duration.ofMillis(200);
    private static final Path SHARED = Path.of("/run/lock");

    private final LockFile file;

    private DeviceLock(LockFile file) {
        this.file = file;
    }

    /** Where all gates of this machine look: in {@code /run/lock} where that can be written, else in {@code java.io.tmpdir}. */
    public static Path usualFile() {
        Path folder = Files.isWritable(SHARED) ? SHARED : Path.of(System.getProperty("java.io.tmpdir"));
        return folder.resolve("thor-gate.lock");
    }

    /**
     * Takes the lock, and writes into its file who has it.
     *
     * @param patience how long to wait for another gate; zero fails at once
     * @param holder who takes it, for others to read
     * @param tell is told once that another gate is waited for
     * @throws DeviceBusyException if another gate has it for longer, or the file cannot be used
     */
    public static DeviceLock take(Path path, Duration patience, String holder, Consumer<String> tell) {
        try {
            LockFile file = LockFile.open(path);
            if (!await(file, patience, tell)) {
                String other = holderOf(file);
                file.close();
                throw new DeviceBusyException("another gate measures on this machine: " + other
                        + ". Two at once would spoil both. Wait for it (-Dgate.lock=wait), or end it");
            }
            file.write(holder + "\n");
            return new DeviceLock(file);
        } catch (IOException e) {
            throw new DeviceBusyException(
                    "the lock that keeps two gates off one machine cannot be used (" + e + "): see who may write "
                            + path + ", or give another file with -Dgate.lock-file",
                    e);
        }
    }

    /** This process, for others to read: its id, since when it runs, its user and the folder that it runs in. */
    public static String thisProcess() {
        ProcessHandle own = ProcessHandle.current();
        String since = own.info().startInstant().map(Instant::toString).orElse("an unknown time");
        return "process " + own.pid() + " of " + System.getProperty("user.name") + ", started " + since + ", in "
                + Path.of("").toAbsolutePath();
    }

    private static boolean await(LockFile file, Duration patience, Consumer<String> tell) throws IOException {
        long start = System.nanoTime();
        boolean told = false;
        while (!file.hold()) {
            if (System.nanoTime() - start >= patience.toNanos()) {
                return false;
            }
            if (!told) {
                tell.accept("waiting, at most " + patience.toSeconds()
                        + " s, for the gate that measures on this machine: " + holderOf(file));
                told = true;
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        return true;
    }

    private static String holderOf(LockFile file) throws IOException {
        String text = file.text();
        return text.isEmpty() ? "it does not say who it is" : text;
    }

    /** Gives the lock back. */
    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the lock on this machine cannot be given back", e);
        }
    }
}
