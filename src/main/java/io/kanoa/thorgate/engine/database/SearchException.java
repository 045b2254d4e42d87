package io.kanoa.thorgate.engine.database;

/** A search that gave no whole answer. The message may hold the database's own words: untrusted text. */
public final class SearchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SearchException(String message) {
        super(message);
    }

    SearchException(String message, Throwable cause) {
        super(message, cause);
    }
}
