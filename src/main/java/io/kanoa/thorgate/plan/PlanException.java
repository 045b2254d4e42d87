package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.stream.Collectors;

/** A plan file is wrong. The message has one line for each problem. */
public final class PlanException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    PlanException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }
}
