package io.kanoa.thorgate.stream.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The floor: a blocking read that only stamps. It knows the size of the answer and never looks at a byte. */
final class BareLane implements Lane {

    private final Socket socket;
    private final byte[] buffer = new byte[1 << 14];
    private long[] readNanos = new long[1 << 12];
    private long[] bytesSoFar = new long[1 << 12];
    private int reads;

    BareLane(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
    }

    @Override
    public void prepare() {
        // open since the constructor
    }

    @Override
    public Arrivals ask(Pace pace, int tokens, long seed) throws IOException {
        byte[] question = question(pace, tokens, seed);
        long expected =
                PacedAnswer.HEAD.length + (long) tokens * PacedAnswer.TOKEN.length + PacedAnswer.tail(tokens).length;
        long sent = System.nanoTime();
        socket.getOutputStream().write(question);
        read(expected);
        return new Arrivals(seed, sent, arrivals(tokens));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void read(long expected) throws IOException {
        InputStream in = socket.getInputStream();
        reads = 0;
        for (long bytes = 0; bytes < expected; ) {
            int count = in.read(buffer);
            long now = System.nanoTime();
            if (count < 0) {
                throw new EOFException("the server closed the connection");
            }
            bytes += count;
            note(now, bytes);
        }
    }

    private void note(long now, long bytes) {
        if (reads == readNanos.length) {
            readNanos = Arrays.copyOf(readNanos, 2 * reads);
            bytesSoFar = Arrays.copyOf(bytesSoFar, 2 * reads);
        }
        readNanos[reads] = now;
        bytesSoFar[reads] = bytes;
        reads++;
    }

    private long[] arrivals(int tokens) {
        long[] nanos = new long[tokens];
        int read = 0;
        for (int token = 0; token < tokens; token++) {
            long end = PacedAnswer.HEAD.length + (token + 1L) * PacedAnswer.TOKEN.length;
            while (bytesSoFar[read] < end) {
                read++;
            }
            nanos[token] = readNanos[read];
        }
        return nanos;
    }

    private static byte[] question(Pace pace, int tokens, long seed) {
        String json = "{\"model\":\"" + pace.model() + "\",\"max_tokens\":" + tokens + ",\"seed\":" + seed + "}";
        return ("POST /v1/chat/completions HTTP/1.1\r\nHost: paced\r\nContent-Length: " + json.length() + "\r\n\r\n"
                        + json)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
