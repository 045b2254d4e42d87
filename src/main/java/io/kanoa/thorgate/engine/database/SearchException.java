package io.kanoa.thorgate.engine.database;

import io.kanoa.thorgate.secret.Secrets;

/** A search that gave no whole answer. The message may hold the database's own words: untrusted text. */
public final class SearchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SearchException(String message) {
        super(Secrets.ofThisProcess().hide(message));
    }
}
