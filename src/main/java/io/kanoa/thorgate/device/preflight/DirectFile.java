package io.kanoa.thorgate.device.preflight;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A file that is read and written past the page cache: in whole blocks, from and to memory that begins at a block. */
final class DirectFile {

    private static final int REQUEST = 8 << 20;
    private static final long LEAST = 2L * REQUEST;
    private static final long MOST_WRITTEN = 256_000_000 / REQUEST * (long) REQUEST;
    private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs", "devtmpfs");

    private final Path file;
    private final ByteBuffer buffer;
    private final long limitNanos;

    private DirectFile(Path file, Duration limit) throws IOException {
        int block = Math.toIntExact(Files.getFileStore(file).getBlockSize());
        this.file = file;
        this.buffer = ByteBuffer.allocateDirect(REQUEST + block).alignedSlice(block);
        this.limitNanos = limit.toNanos();
    }

    static DiskRate rate(Path file, Duration limit) {
        try {
            String type = Files.getFileStore(file).type();
            return IN_MEMORY.contains(type) ? inMemory(file, type) : new DirectFile(file, limit).read();
        } catch (IOException | UnsupportedOperationException | ArithmeticException e) {
            return DiskRate.unknown(file + " can't be read past the page cache: " + e);
        }
    }

    /** By a file that a kill leaves no trace of: it has no name any more while it is written and read, where the system allows. */
    static DiskRate rateOfNewFile(Path folder, Duration limit) {
        try {
            String type = Files.getFileStore(folder).type();
            if (IN_MEMORY.contains(type)) {
                return inMemory(folder, type);
            }
            Path file = Files.createTempFile(folder, "read-rate", ".part");
            DirectFile direct = new DirectFile(file, limit);
            try (FileChannel channel =
                    open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
                direct.write(channel);
                return direct.read(channel);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UnsupportedOperationException | ArithmeticException e) {
            return DiskRate.unknown(folder + " can't be written past the page cache: " + e);
        }
    }

    private static DiskRate inMemory(Path path, String type) {
        return DiskRate.unknown(path + " is on a " + type + ", which is memory");
    }

    private DiskRate read() throws IOException {
        try (FileChannel channel = open(file, StandardOpenOption.READ)) {
            return read(channel);
        }
    }

    private DiskRate read(FileChannel channel) throws IOException {
        if (channel.size() < LEAST) {
            return DiskRate.unknown(file + " is too small to tell: " + channel.size() + " bytes");
        }
        long start = System.nanoTime();
        long bytes = 0;
        int read = REQUEST;
        while (read == REQUEST && System.nanoTime() - start < limitNanos) {
            read = channel.read(request(), bytes);
            bytes += Math.max(0, read);
        }
        return DiskRate.measured(bytes, System.nanoTime() - start);
    }

    /** Random bytes: a disk that compresses would be too fast otherwise. */
    private void write(FileChannel channel) throws IOException {
        byte[] noise = new byte[REQUEST];
        new Random(1).nextBytes(noise);
        request().put(noise);
        long start = System.nanoTime();
        for (long at = 0; at < MOST_WRITTEN && (at < LEAST || System.nanoTime() - start < limitNanos); ) {
            at += channel.write(request(), at);
        }
    }

    private static FileChannel open(Path file, OpenOption... how) throws IOException {
        Set<OpenOption> options = new HashSet<>(List.of(how));
        options.add(ExtendedOpenOption.DIRECT);
        return FileChannel.open(file, options);
    }

    private ByteBuffer request() {
        return buffer.clear().limit(REQUEST);
    }
}
