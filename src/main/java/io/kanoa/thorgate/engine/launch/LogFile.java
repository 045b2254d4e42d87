package io.kanoa.thorgate.engine.launch;

import io.kanoa.thorgate.secret.Secrets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A log that a program writes. Its end is read without the rest. Untrusted text. */
record LogFile(Path path) {

    private static final int BYTES_READ = 256 * 1024;
    private static final int LONGEST_LINE = 4_000;

    /** The last lines, oldest first, long ones cut. What progress bars overwrite counts as lines of its own. */
    List<String> tail(int lines) {
        try {
            List<String> all = end().lines()
                    .map(String::stripTrailing)
                    .map(Secrets.ofThisProcess()::hide)
                    .map(line -> line.substring(0, Math.min(LONGEST_LINE, line.length())))
                    .toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of("(the log " + path + " can't be read: " + e.getMessage() + ")");
        }
    }

    private String end() throws IOException {
        try (SeekableByteChannel file = Files.newByteChannel(path)) {
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BYTES_READ, file.size()));
            file.position(file.size() - buffer.capacity());
            while (buffer.hasRemaining() && file.read(buffer) >= 0) {
                continue;
            }
            return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
        }
    }
}
