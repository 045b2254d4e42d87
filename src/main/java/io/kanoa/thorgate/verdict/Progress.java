package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.plan.Row;
import java.util.List;

/**
 * How far a row is, after a look.
 *
 * @param requests measured at the last look; 0 before the first
 * @param cap the most requests that the plan allows
 * @param targets in the row's order; empty before the first look
 * @param history every look at every target so far, for the results
 */
public record Progress(Row row, int requests, int cap, List<Settling> targets, List<Look> history) {

    public Progress {
        targets = List.copyOf(targets);
        history = List.copyOf(history);
    }

    /** Whether the row can end: no target waits for more requests. */
    public boolean isSettled() {
        return requests >= cap || !targets.isEmpty() && targets.stream().noneMatch(Settling::waits);
    }

    /** Why the row ended, for the results. */
    public String stopReason() {
        if (requests >= cap) {
            return "all " + cap + " requests were made";
        }
        return isSettled()
                ? "all targets settled after " + requests + " of " + cap + " requests"
                : "ended after " + requests + " of " + cap + " requests, before all targets were settled";
    }

    /** What the looks so far say; a target that no look has seen is not passed. */
    public RowVerdict verdict() {
        if (targets.isEmpty()) {
            return new RowVerdict(row, Decision.INCONCLUSIVE, List.of(), "ended before the first look");
        }
        boolean fails = targets.stream().anyMatch(Settling::failsRow);
        return RowRule.combine(row, targets.stream().map(Settling::verdict).toList(), fails);
    }
}
