package io.kanoa.thorgate.stream;

import org.jspecify.annotations.Nullable;

/**
 * Whether a server keeps its connections. llama-server closes each after a streamed answer without a word of it, on a busy machine
 * some time later, and a request on such a connection fails. One answer tells: if the server has not left soon after it, it
 * is looked at for a moment before each request; once it has, none of its connections is used again. One thread uses it.
 */
final class Courtesy {

    private static final int FIRST_LOOK_MILLIS = 50;
    private static final int LOOK_MILLIS = 1;

    private boolean known;
    private boolean leaves;

    /** Takes note of an answer that has just ended as it should; the first time, waits whether the server leaves. */
    void learn(@Nullable StampingSocket answered) {
        if (!known && answered != null) {
            known = true;
            leaves = answered.isLeftWithin(FIRST_LOOK_MILLIS);
        }
    }

    /** Whether nothing must be asked on the connection that was used last. */
    boolean isGone(@Nullable StampingSocket last) {
        if (last != null && !leaves) {
            leaves = last.isLeftWithin(LOOK_MILLIS);
        }
        return leaves;
    }
}
