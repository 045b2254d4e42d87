package io.kanoa.thorgate.physics;

import java.util.List;

/**
 * Whether physics allows something.
 *
 * @param reason one sentence with the numbers that decide
 * @param advice what would make it possible, from the same arithmetic; empty where nothing needs to change
 * @param lines the arithmetic, to be shown as it is
 */
public record Feasibility(Outcome outcome, String reason, String advice, List<String> lines) {

    public Feasibility {
        lines = List.copyOf(lines);
    }

    static Feasibility possible(String reason, List<String> lines) {
        return new Feasibility(Outcome.POSSIBLE, reason, "", lines);
    }

    static Feasibility notKnown(String reason, String advice) {
        return new Feasibility(Outcome.NOT_KNOWN, reason, advice, List.of());
    }

    /** Whether it is certain that it can't be reached. */
    public boolean infeasible() {
        return outcome == Outcome.BEYOND_CEILING || outcome == Outcome.CANNOT_BE_LOADED;
    }
}
