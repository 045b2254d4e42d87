package io.kanoa.thorgate.report.view;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * What a packed file holds, line by line, given up where it is longer than that of any run: a few kilobytes can unpack to
 * gigabytes.
 */
final class Unpacked extends FilterInputStream {

    private static final int BUFFER = 1 << 16;
    private static final long LONGEST = 1 << 28;
    private static final long LONGEST_LINE = 1 << 23;

    private long bytes;
    private long lineBegan;

    Unpacked(InputStream packed) throws IOException {
        super(new GZIPInputStream(packed, BUFFER));
    }

    /** To be called whenever a line was taken in. */
    void nextLine() {
        lineBegan = bytes;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int more) throws IOException {
        bytes += more;
        if (bytes > LONGEST) {
            throw new IOException("it unpacks to more than " + LONGEST + " bytes");
        }
        if (bytes - lineBegan > LONGEST_LINE) {
            throw new IOException("it has a line of more than " + LONGEST_LINE + " bytes");
        }
    }
}
