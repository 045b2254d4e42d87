package io.kanoa.thorgate.stream;

import io.kanoa.thorgate.secret.Secrets;

/**
 * How a request ended.
 *
 * @param kind {@link Kind#COMPLETED}, or why not
 * @param detail what was seen, for people; untrusted text where it comes from a server, without secrets of ours
 */
public record Outcome(Kind kind, String detail) {

    /** The ways in which a request ends. Every kind that is not {@link #isCompleted()} counts against the targets. */
    public enum Kind {
        /** The answer ended with a finish reason. */
        COMPLETED,
        /**
         * The model ended the answer before the asked length, on an engine that cannot be told to go on (Ollama). Its times
         * to the first token and between tokens are as good as any; its whole time is not that of the asked length.
         */
        ENDED_EARLY,
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
        /** No byte before the first token, or no token after it, for longer than the stall timeout. */
        STALLED,
        /** No end within the time that the whole answer may take, although something kept coming. */
        OVERDUE,
        /** Cancelled by us because the run ends. */
        CANCELLED,
        /** The answer is complete, but its lengths or cached tokens are not what was asked for. */
        INVALID
    }

    public Outcome {
        detail = Secrets.ofThisProcess().hide(detail);
    }

    public static final Outcome OK = new Outcome(Kind.COMPLETED, "");

    /** Whether there is a proper answer, of the asked length or shorter by the model's own end. */
    public boolean isCompleted() {
        return kind == Kind.COMPLETED || kind == Kind.ENDED_EARLY;
    }
}
