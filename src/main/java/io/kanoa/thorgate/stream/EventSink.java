package io.kanoa.thorgate.stream;

import java.io.IOException;

/** Takes the events of a stream, one at a time. */
interface EventSink {

    /**
     * One whole event.
     *
     * @param data its payload from index 0; valid during the call only
     * @param length bytes of the payload
     * @param error whether the framing marks it as an error
     * @return false where nothing after this event matters
     * @throws IOException where the payload is not what the protocol allows
     */
    boolean event(byte[] data, int length, boolean error) throws IOException;
}
