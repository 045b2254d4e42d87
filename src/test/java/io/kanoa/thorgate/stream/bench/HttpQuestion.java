package io.kanoa.thorgate.stream.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP request as the paced server sees it.
 *
 * @param receivedNanos after the read that brought its last byte
 */
record HttpQuestion(String path, byte[] body, long receivedNanos) {

    private static final String LENGTH = "content-length:";

    static HttpQuestion read(InputStream in) throws IOException {
        String[] start = line(in).split(" ");
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String lower = line.toLowerCase(Locale.ROOT);
            length = lower.startsWith(LENGTH)
                    ? Integer.parseInt(lower.substring(LENGTH.length()).trim())
                    : length;
        }
        byte[] body = in.readNBytes(length);
        return new HttpQuestion(start[1], body, System.nanoTime());
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("closed by the client");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII).trim();
    }
}
