package io.kanoa.thorgate.engine;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of a process's output. A line of any length is read; only its beginning is kept. */
final class LogLines {

    /** More than is kept, so that a secret at the cut is whole when it is looked for. */
    private static final int LONGEST = 8_000;

    private final InputStream in;
    private final byte[] line = new byte[LONGEST];

    LogLines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The next line without its end, or empty when the output has ended. */
    Optional<String> next() throws IOException {
        int length = 0;
        int read = in.read();
        if (read < 0) {
            return Optional.empty();
        }
        for (; read >= 0 && read != '\n'; read = in.read()) {
            if (length < LONGEST) {
                line[length++] = (byte) read;
            }
        }
        return Optional.of(new String(line, 0, length, StandardCharsets.UTF_8).stripTrailing());
    }
}
