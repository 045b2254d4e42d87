package io.kanoa.thorgate.weights;

import io.kanoa.thorgate.plan.StandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder of stand-in models, each made once. A file is there whole or not at all: it is written beside its place,
 * forced to disk and moved. Before it is handed out it is held against the size and SHA-256 that were noted when it was
 * made, once in each JVM as long as its size and time stay the same, and made anew if it differs. Threads and processes
 * may use the same folder at once; one makes, the others wait. The folder is kept under a size limit by deleting what
 * was used longest ago.
 */
public final class StandInCache {

    /** What the folder may take in all, in bytes. */
    public static final long DEFAULT_LIMIT = 600_000_000;

    private final StandInFolder folder;
    private final Maker maker;
    private final Map<Path, FileStamp> verified = new ConcurrentHashMap<>();

    public StandInCache(Path folder) {
        this(folder, DEFAULT_LIMIT, new StandInMaker());
    }

    StandInCache(Path folder, long limit, Maker maker) {
        this.folder = new StandInFolder(folder.toAbsolutePath(), limit);
        this.maker = maker;
    }

    /** Makes a model file. */
    @FunctionalInterface
    interface Maker {
        /** Writes the whole file to {@code target}, forces it to disk and tells what was written. */
        FileDigest make(StandIn shape, Path target) throws IOException;
    }

    /** A cache in the user's cache folder: {@code $XDG_CACHE_HOME/thor-gate}, else {@code ~/.cache/thor-gate}. */
    public static StandInCache ofUser() {
        String cacheHome = System.getenv("XDG_CACHE_HOME");
        Path base = cacheHome == null || cacheHome.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(cacheHome);
        return new StandInCache(base.resolve("thor-gate"));
    }

    /** The folder that the models lie in. */
    public Path folder() {
        return folder.path();
    }

    /**
     * The file of a stand-in, made if need be.
     *
     * @throws UncheckedIOException if it can't be made; nothing half-made stays behind
     * @throws IllegalArgumentException if no model can have this shape, or the file would exceed the folder's limit
     */
    public Path fileOf(StandIn shape) {
        Path file = folder.fileOf(shape);
        try {
            if (!isVerified(file)) {
                FolderLock.whileHeld(folder.path(), () -> verifyOrMake(shape, file));
            }
            folder.touch(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not make the stand-in model " + file + ": " + e.getMessage(), e);
        }
    }

    private boolean isVerified(Path file) throws IOException {
        FileStamp known = verified.get(file);
        return known != null && Files.exists(file) && known.equals(FileStamp.of(file));
    }

    private void verifyOrMake(StandIn shape, Path file) throws IOException {
        folder.deleteLeftovers();
        if (!folder.isSound(file)) {
            make(shape, file);
        }
        verified.put(file, FileStamp.of(file));
    }

    private void make(StandIn shape, Path file) throws IOException {
        folder.delete(file);
        folder.makeRoom(new StandInWriter(shape).size());
        Path unfinished = folder.unfinished(file);
        try {
            FileDigest digest = maker.make(shape, unfinished);
            folder.publish(unfinished, file, digest);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
