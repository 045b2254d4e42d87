package io.kanoa.thorgate.stream;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;

/**
 * A socket that notes {@link System#nanoTime()} when it is connected, before the first write of a request and after each
 * read. One thread uses it; the time of the last read may be asked for from others.
 */
final class StampingSocket extends Socket {

    private static final int UNCLAIMED_LIMIT = 1 << 20;

    private long connectedNanos = -1;
    private long firstWriteNanos = -1;
    private long reads;
    private long unclaimed;
    private boolean ended;
    private volatile long lastReadNanos = -1;

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        setTcpNoDelay(true);
        super.connect(endpoint, timeout);
        connectedNanos = System.nanoTime();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new StampedInput(super.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new StampedOutput(super.getOutputStream());
    }

    /** The next write is the first one of a request. */
    void beginRequest() {
        firstWriteNanos = -1;
        unclaimed = 0;
    }

    /** All that was read so far has found its use; see {@link StampedInput}. */
    void claim() {
        unclaimed = 0;
    }

    long connectedNanos() {
        return connectedNanos;
    }

    /** When the request began to be written, or -1. */
    long firstWriteNanos() {
        return firstWriteNanos;
    }

    /** When the last read returned, with bytes or with the end of the stream. */
    long lastReadNanos() {
        return lastReadNanos;
    }

    /** How many reads have returned. */
    long reads() {
        return reads;
    }

    /** Whether the other side has closed the stream. */
    boolean ended() {
        return ended;
    }

    /**
     * Whether nothing more can be asked here: the other side has closed its end, although its answer promised otherwise, or has
     * sent what nobody asked for. Takes all of {@code millis} where all is well. Not for use while an answer is read.
     */
    boolean isLeftWithin(int millis) {
        try {
            int timeout = getSoTimeout();
            setSoTimeout(millis);
            try {
                super.getInputStream().read();
                return true;
            } catch (SocketTimeoutException quiet) {
                return false;
            } finally {
                setSoTimeout(timeout);
            }
        } catch (IOException closed) {
            return true;
        }
    }

    /** Cuts off what HTTP itself would buffer without end, such as the line before a chunk. */
    private final class StampedInput extends FilterInputStream {

        StampedInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            lastReadNanos = System.nanoTime();
            reads++;
            ended |= count < 0;
            checkClaimed(count);
            return count;
        }

        private void checkClaimed(int count) throws MalformedStreamException {
            unclaimed += count;
            if (unclaimed > UNCLAIMED_LIMIT) {
                throw new MalformedStreamException(
                        "more than " + UNCLAIMED_LIMIT + " bytes of HTTP framing without any content");
            }
        }
    }

    private final class StampedOutput extends FilterOutputStream {

        StampedOutput(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (firstWriteNanos < 0) {
                firstWriteNanos = System.nanoTime();
            }
            out.write(bytes, offset, length);
        }
    }
}
