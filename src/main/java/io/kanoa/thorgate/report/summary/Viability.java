package io.kanoa.thorgate.report.summary;

import io.kanoa.thorgate.report.view.RowView;
import io.kanoa.thorgate.report.view.RunView;
import io.kanoa.thorgate.report.view.TargetView;
import io.kanoa.thorgate.verdict.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether something is viable: yes if every row that tries it passes, no if one misses a target. */
final class Viability {

    private final RunView run;
    private final String question;
    private final Set<String> kinds;

    /** @param kinds of work that try it */
    Viability(RunView run, String question, Set<String> kinds) {
        this.run = run;
        this.question = question;
        this.kinds = kinds;
    }

    Answer answer() {
        List<RowView> rows = run.rows().stream()
                .filter(row -> kinds.contains(row.work().kind()))
                .toList();
        List<String> reasons =
                new ArrayList<>(rows.stream().map(Viability::reason).toList());
        reasons.addAll(outside(rows));
        if (rows.isEmpty()) {
            return new Answer(question, Answer.Standing.NOT_ASKED, "No row of this run tried it.", reasons, false);
        }
        Answer.Standing standing = standing(rows);
        return new Answer(
                question,
                standing,
                words(standing, rows),
                reasons,
                rows.stream().anyMatch(RowView::isStoodInFor));
    }

    private static Answer.Standing standing(List<RowView> rows) {
        if (rows.stream().allMatch(RowView::passed)) {
            return Answer.Standing.YES;
        }
        boolean missed =
                rows.stream().anyMatch(row -> row.verdict() == Decision.FAIL || row.verdict() == Decision.INFEASIBLE);
        return missed ? Answer.Standing.NO : Answer.Standing.OPEN;
    }

    private String words(Answer.Standing standing, List<RowView> rows) {
        String partly = outside(rows).isEmpty() ? "" : ", as far as this profile tries it";
        return switch (standing) {
            case YES -> "Yes" + partly + ": every row that tries it meets its targets.";
            case NO -> "No: a target is missed" + partly + ".";
            default -> "Not settled: no target is missed, and not all are met.";
        };
    }

    private static String reason(RowView row) {
        String targets = row.targets().stream().map(Viability::figure).collect(Collectors.joining("; "));
        String found = targets.isEmpty() ? row.reason() : targets;
        return row.id() + " " + row.verdict() + ", " + row.work().titles() + (found.isEmpty() ? "" : ": " + found);
    }

    private static String figure(TargetView target) {
        return target.name() + " " + target.measuredText() + " (target " + target.limitText() + ")";
    }

    private List<String> outside(List<RowView> rows) {
        Set<String> scenarios = rows.stream().map(RowView::scenario).collect(Collectors.toSet());
        return run.outside().stream()
                .filter(row -> scenarios.contains(row.scenario()))
                .map(row -> row.id() + " was not run: " + row.reason())
                .toList();
    }
}
