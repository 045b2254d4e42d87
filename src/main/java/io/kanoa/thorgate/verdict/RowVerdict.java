package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.plan.Row;
import java.util.List;

/**
 * The judgement of one row.
 *
 * @param decision PASS only if every target passes
 * @param targets in the row's order; empty where nothing was measured
 * @param reason why the row is not a PASS, or empty; may hold untrusted text of an engine's log
 */
public record RowVerdict(Row row, Decision decision, List<TargetVerdict> targets, String reason) {

    public RowVerdict {
        targets = List.copyOf(targets);
    }
}
