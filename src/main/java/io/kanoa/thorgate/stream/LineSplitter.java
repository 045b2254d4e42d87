package io.kanoa.thorgate.stream;

import java.io.IOException;

/** Cuts bytes into lines that end in LF, CRLF or CR; a byte order mark at the start is dropped. */
final class LineSplitter {

    /** Takes one line without its end; false asks for no more. */
    interface LineSink {
        boolean line(byte[] bytes, int length) throws IOException;
    }

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final ByteAccumulator line = new ByteAccumulator(Framer.LIMIT);
    private final LineSink sink;
    private boolean first = true;
    private boolean afterCarriageReturn;

    LineSplitter(LineSink sink) {
        this.sink = sink;
    }

    boolean feed(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        int position = offset;
        while (position < end) {
            if (afterCarriageReturn && bytes[position] == '\n') {
                afterCarriageReturn = false;
                position++;
                continue;
            }
            int stop = lineEnd(bytes, position, end);
            line.append(bytes, position, stop - position);
            afterCarriageReturn = stop < end && bytes[stop] == '\r';
            if (stop < end && !emit()) {
                return false;
            }
            position = stop + 1;
        }
        return true;
    }

    /** Gives out what is left as a last line. */
    boolean end() throws IOException {
        return line.isEmpty() || emit();
    }

    private boolean emit() throws IOException {
        if (first) {
            first = false;
            dropByteOrderMark();
        }
        boolean more = sink.line(line.array(), line.length());
        line.clear();
        return more;
    }

    private void dropByteOrderMark() {
        if (line.startsWith(BYTE_ORDER_MARK)) {
            line.dropFirst(BYTE_ORDER_MARK.length);
        }
    }

    private static int lineEnd(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i;
    }
}
