package io.kanoa.thorgate.junit;

import org.jspecify.annotations.Nullable;

/** A row was interrupted since nothing happened any more. */
final class StuckException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param cause what came of the interrupt, if anything */
    StuckException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
