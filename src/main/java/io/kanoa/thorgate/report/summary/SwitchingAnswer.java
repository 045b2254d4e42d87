package io.kanoa.thorgate.report.summary;

import io.kanoa.thorgate.report.view.RowView;
import io.kanoa.thorgate.report.view.RunView;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether switching between models is viable: as the run itself found, by strategy, with the figures of each row. */
final class SwitchingAnswer {

    private static final Set<String> KINDS = Set.of("swap");

    private SwitchingAnswer() {}

    static Answer of(RunView run) {
        Answer byRows = new Viability(run, "Is switching between models viable?", KINDS).answer();
        List<RunView.SwitchingView> found = run.switching();
        if (found.isEmpty()) {
            return byRows;
        }
        List<String> reasons = Stream.concat(
                        found.size() == 1
                                ? Stream.of()
                                : found.stream().map(one -> one.scenario() + ": " + one.answer()),
                        byRows.reasons().stream())
                .toList();
        String answer = found.size() == 1
                ? found.get(0).answer()
                : found.stream().map(RunView.SwitchingView::scenario).collect(Collectors.joining(", ", "See ", "."));
        return new Answer(
                byRows.question(),
                standing(found),
                answer,
                reasons,
                run.rows().stream()
                        .filter(row -> KINDS.contains(row.work().kind()))
                        .anyMatch(RowView::isStoodInFor));
    }

    private static Answer.Standing standing(List<RunView.SwitchingView> found) {
        Set<Answer.Standing> standings =
                found.stream().map(SwitchingAnswer::standing).collect(Collectors.toSet());
        return standings.size() == 1 ? standings.iterator().next() : Answer.Standing.OPEN;
    }

    private static Answer.Standing standing(RunView.SwitchingView found) {
        return switch (found.verdict()) {
            case PASS -> Answer.Standing.YES;
            case FAIL -> Answer.Standing.NO;
            default -> Answer.Standing.OPEN;
        };
    }
}
