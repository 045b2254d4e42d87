package io.kanoa.thorgate.plan;

/** A text does not say what it should. The message completes "place: ...". */
final class WrongTextException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String problem;

    WrongTextException(String problem) {
        super(problem);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
