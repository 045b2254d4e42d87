package io.kanoa.thorgate.junit;

/**
 * The evidence settles neither that the targets are met nor that they are missed. No {@link AssertionError}, so that reports
 * tell a row that could not be decided ("broken") from one that missed its targets ("failed").
 */
public final class UndecidedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UndecidedException(String message) {
        super(message);
    }
}
