package io.kanoa.thorgate.metrics;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A file for raw data of rows that have ended, so that the memory of a long run does not grow with what it has measured. It has no
 * name where the system allows that, and is gone with its process. Safe for use by several threads, and by one that is interrupted.
 */
public final class RawStore implements AutoCloseable {

    private static final int BUFFER = 1 << 13;

    private final Path path;
    private final RandomAccessFile file;

    private RawStore(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /** Where in the file something lies. */
    record Place(long from, int bytes) {}

    /** Writes data. */
    interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    /** Reads data. */
    interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    /**
     * An empty one.
     *
     * @param folder on a disk; made where it is missing
     * @throws IOException if no file can be made there
     */
    public static RawStore in(Path folder) throws IOException {
        Path path = Files.createTempFile(Files.createDirectories(folder), ".laid-aside", ".tmp");
        RawStore store = new RawStore(path, new RandomAccessFile(path.toFile(), "rw"));
        store.removeName();
        return store;
    }

    /** @throws IOException if it can't be written, e.g. because the disk is full */
    synchronized Place put(Writer content) throws IOException {
        byte[] packed = packed(content);
        long from = file.length();
        file.seek(from);
        file.write(packed);
        return new Place(from, packed.length);
    }

    <T> T get(Place place, Reader<T> reader) {
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes(place))), BUFFER))) {
            return reader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Raw data that were laid aside can't be read again", e);
        }
    }

    private static byte[] packed(Writer content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new DeflaterOutputStream(packed, fast, BUFFER), BUFFER))) {
            content.write(out);
        } finally {
            fast.end();
        }
        return packed.toByteArray();
    }

    private synchronized byte[] bytes(Place place) throws IOException {
        byte[] bytes = new byte[place.bytes()];
        file.seek(place.from());
        file.readFully(bytes);
        return bytes;
    }

    /** Where open files keep their names, it goes when it is closed. */
    private void removeName() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            return;
        }
    }

    /** What was put into it can't be read any more. */
    @Override
    public void close() throws IOException {
        file.close();
        removeName();
    }
}
