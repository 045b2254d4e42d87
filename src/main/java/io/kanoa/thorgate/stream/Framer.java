package io.kanoa.thorgate.stream;

import java.io.IOException;

/** Cuts the bytes of a body into events, however they were split by the network. */
interface Framer {

    /** Bytes in a line, and in an event, at most. */
    int LIMIT = 1 << 20;

    /**
     * Takes the next bytes of the body.
     *
     * @return false where the sink wants no more
     * @throws IOException where a line has no end within {@link #LIMIT}, or from the sink
     */
    boolean feed(byte[] bytes, int offset, int length) throws IOException;

    /**
     * The body has ended: a last event without its line end is given out.
     *
     * @throws IOException from the sink
     */
    void end() throws IOException;

    static Framer of(Dialect dialect, EventSink sink) {
        return switch (dialect) {
            case OPENAI_CHAT, OPENAI_COMPLETIONS -> new SseFramer(sink);
            case OLLAMA_CHAT, OLLAMA_GENERATE -> new NdjsonFramer(sink);
        };
    }
}
