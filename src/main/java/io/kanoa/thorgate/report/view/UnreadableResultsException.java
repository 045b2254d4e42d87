package io.kanoa.thorgate.report.view;

/** Results that can't be read; the message says why and what to do. */
public final class UnreadableResultsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableResultsException(String message) {
        super(message);
    }

    UnreadableResultsException(String message, Throwable cause) {
        super(message, cause);
    }
}
