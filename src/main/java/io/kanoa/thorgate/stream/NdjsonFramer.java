package io.kanoa.thorgate.stream;

import java.io.IOException;

/** One JSON object a line: each line that is not empty is an event. */
final class NdjsonFramer implements Framer {

    private final LineSplitter lines;

    NdjsonFramer(EventSink sink) {
        this.lines = new LineSplitter((line, length) -> length == 0 || sink.event(line, length, false));
    }

    @Override
    public boolean feed(byte[] bytes, int offset, int length) throws IOException {
        return lines.feed(bytes, offset, length);
    }

    @Override
    public void end() throws IOException {
        lines.end();
    }
}
