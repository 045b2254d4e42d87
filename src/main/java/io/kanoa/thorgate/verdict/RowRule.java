package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.plan.Row;
import java.util.List;
import java.util.stream.Collectors;

/** What the verdicts of its targets make of a row. */
final class RowRule {

    private RowRule() {}

    /** @param fails whether a target fails even at the level that is divided by the number of targets */
    static RowVerdict combine(Row row, List<TargetVerdict> verdicts, boolean fails) {
        if (verdicts.isEmpty()) {
            return new RowVerdict(row, Decision.INCONCLUSIVE, verdicts, "the row has no targets");
        }
        Decision decision = decision(verdicts, fails);
        return new RowVerdict(row, decision, verdicts, decision == Decision.PASS ? "" : reason(verdicts, fails));
    }

    private static Decision decision(List<TargetVerdict> verdicts, boolean fails) {
        if (fails) {
            return Decision.FAIL;
        }
        boolean allPass = verdicts.stream().allMatch(v -> v.decision() == Decision.PASS);
        return allPass ? Decision.PASS : Decision.INCONCLUSIVE;
    }

    private static String reason(List<TargetVerdict> verdicts, boolean fails) {
        String lines = verdicts.stream()
                .filter(v -> v.decision() != Decision.PASS)
                .filter(v -> !fails || v.decision() == Decision.FAIL)
                .map(TargetVerdict::line)
                .collect(Collectors.joining("; "));
        boolean onlyUncorrected = !fails && verdicts.stream().anyMatch(v -> v.decision() == Decision.FAIL);
        return onlyUncorrected ? lines + "; among " + verdicts.size() + " targets that miss may be chance" : lines;
    }
}
