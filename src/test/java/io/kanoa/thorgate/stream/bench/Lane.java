package io.kanoa.thorgate.stream.bench;

import java.io.IOException;
import java.net.URI;

/** One connection that asks a paced server, one request at a time, and notes when the tokens came. */
interface Lane extends AutoCloseable {

    /** Makes sure that the connection is open, before anything is measured. */
    void prepare();

    /**
     * Asks and waits for the whole answer.
     *
     * @param seed names the request
     */
    Arrivals ask(Pace pace, int tokens, long seed) throws IOException;

    @Override
    void close() throws IOException;

    /** Opens lanes of one kind. */
    interface Kind {
        Lane open(URI server) throws IOException;
    }

    /**
     * The client's side of one answer.
     *
     * @param sentNanos right before the request was written
     * @param tokenNanos when each token was seen to arrive
     */
    record Arrivals(long seed, long sentNanos, long[] tokenNanos) {}
}
