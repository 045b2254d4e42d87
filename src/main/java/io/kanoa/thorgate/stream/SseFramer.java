package io.kanoa.thorgate.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Server-sent events as in the HTML standard, section 9.2: {@code data} lines are joined, a blank line ends the event,
 * comments, {@code id} and {@code retry} are dropped.
 *
 * <p>Beyond the standard: an event at the end of the body needs no blank line; an event of type {@code error} and the
 * field {@code error}, which llama-server has used, are errors; an event without data is dropped unless it is an error.
 */
final class SseFramer implements Framer {

    private static final byte[] DATA = ascii("data");
    private static final byte[] EVENT = ascii("event");
    private static final byte[] ERROR = ascii("error");
    private static final byte[] LINE_FEED = ascii("\n");

    private final LineSplitter lines = new LineSplitter(this::line);
    private final ByteAccumulator data = new ByteAccumulator(LIMIT);
    private final EventSink sink;
    private boolean hasData;
    private boolean error;

    SseFramer(EventSink sink) {
        this.sink = sink;
    }

    @Override
    public boolean feed(byte[] bytes, int offset, int length) throws IOException {
        return lines.feed(bytes, offset, length);
    }

    @Override
    public void end() throws IOException {
        if (lines.end()) {
            dispatch();
        }
    }

    private boolean line(byte[] line, int length) throws IOException {
        if (length == 0) {
            return dispatch();
        }
        int colon = colon(line, length);
        int value = Math.min(length, colon + 1);
        if (value < length && line[value] == ' ') {
            value++;
        }
        field(line, colon, value, length);
        return true;
    }

    private void field(byte[] line, int nameEnd, int value, int length) throws MalformedStreamException {
        if (equal(line, 0, nameEnd, DATA)) {
            append(line, value, length);
        } else if (equal(line, 0, nameEnd, EVENT)) {
            error = equal(line, value, length, ERROR);
        } else if (equal(line, 0, nameEnd, ERROR)) {
            error = true;
            append(line, value, length);
        }
    }

    private void append(byte[] line, int value, int length) throws MalformedStreamException {
        if (hasData) {
            data.append(LINE_FEED, 0, 1);
        }
        hasData = true;
        data.append(line, value, length - value);
    }

    private boolean dispatch() throws IOException {
        boolean more = (data.isEmpty() && !error) || sink.event(data.array(), data.length(), error);
        data.clear();
        hasData = false;
        error = false;
        return more;
    }

    private static int colon(byte[] line, int length) {
        int i = 0;
        while (i < length && line[i] != ':') {
            i++;
        }
        return i;
    }

    private static boolean equal(byte[] line, int from, int to, byte[] word) {
        return Arrays.equals(line, from, to, word, 0, word.length);
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
