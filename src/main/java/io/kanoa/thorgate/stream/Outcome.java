package io.kanoa.thorgate.stream;

/**
 * How a request ended.
 *
 * @param kind {@link Kind#COMPLETED}, or why not
 * @param detail what was seen, for people; untrusted text where it comes from a server
 */
public record Outcome(Kind kind, String detail) {

    /** The ways in which a request ends. Every kind but {@link #COMPLETED} counts against the targets. */
    public enum Kind {
        /** The answer ended with a finish reason. */
        COMPLETED,
        /** No connection, or it broke. */
        CONNECTION_FAILED,
        /** An HTTP status other than 200. */
        REFUSED,
        /** The stream carried an error event. */
        ENGINE_ERROR,
        /** The body ended without a finish reason. */
        TRUNCATED,
        /** The answer ended properly but held no token. */
        EMPTY,
        /** Not what the protocol allows, or a line over the size limit. */
        MALFORMED,
        /** No byte for longer than the stall timeout. */
        STALLED,
        /** Cancelled by us because the run ends. */
        CANCELLED,
        /** The answer is complete, but its lengths or cached tokens are not what was asked for. */
        INVALID
    }

    public static final Outcome OK = new Outcome(Kind.COMPLETED, "");

    public boolean isCompleted() {
        return kind == Kind.COMPLETED;
    }
}
