package io.kanoa.thorgate.history.store;

import io.kanoa.thorgate.secret.ToldWords;
import org.jspecify.annotations.Nullable;

/** The history cannot be used; the message says what to do. */
public final class HistoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HistoryException(String message) {
        super(ToldWords.of(message));
    }

    HistoryException(String message, @Nullable Throwable cause) {
        super(ToldWords.of(message), cause);
    }
}
