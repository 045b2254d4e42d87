package io.kanoa.thorgate.report.summary;

import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.report.view.ComparisonView;
import io.kanoa.thorgate.report.view.RunView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Which engine is the better one, by the plan's primary metrics: time to first token and inter-token latency. */
final class EngineChoice {

    private static final String QUESTION = "Which engine: vLLM or Ollama?";
    private static final List<String> PRIMARY =
            List.of(Metric.TIME_TO_FIRST_TOKEN.fieldName(), Metric.INTER_TOKEN_LATENCY.fieldName());

    private EngineChoice() {}

    static Answer of(RunView run) {
        List<String> reasons = new ArrayList<>();
        run.comparisons().forEach(comparison -> reasons.addAll(reasons(comparison)));
        List<String> formats = run.rows().stream()
                .filter(row -> row.work().kind().equals("formats"))
                .map(row -> row.id() + " " + row.verdict() + ", weight formats of "
                        + row.work().engines().stream()
                                .map(engine -> engine.engine())
                                .collect(Collectors.joining(", "))
                        + ": " + row.figure(Metric.FORMATS_SERVED).text()
                        + " of those asked for are served as they are")
                .toList();
        reasons.addAll(formats);
        if (run.comparisons().isEmpty()) {
            return new Answer(
                    QUESTION, Answer.Standing.NOT_ASKED, "No row of this run compared engines.", reasons, false);
        }
        List<String> winners = winners(run);
        return winners.size() == 1
                ? new Answer(
                        QUESTION,
                        Answer.Standing.YES,
                        winners.get(0) + ", by the primary metrics.",
                        reasons,
                        run.isStoodInFor())
                : new Answer(QUESTION, Answer.Standing.OPEN, open(winners), reasons, run.isStoodInFor());
    }

    /** Who wins a primary metric beyond doubt, each once. */
    private static List<String> winners(RunView run) {
        return run.comparisons().stream()
                .flatMap(comparison -> comparison.metrics().stream())
                .filter(line -> PRIMARY.contains(line.metric()))
                .map(ComparisonView.Line::winner)
                .filter(winner -> !winner.isEmpty())
                .distinct()
                .toList();
    }

    private static String open(List<String> winners) {
        return winners.isEmpty()
                ? "No difference shown in time to first token and inter-token latency."
                : "It depends: each wins a primary metric (" + String.join(", ", winners) + ").";
    }

    private static List<String> reasons(ComparisonView comparison) {
        return comparison.metrics().stream()
                .map(line -> comparison.id() + " " + line.metric() + ": " + values(comparison, line)
                        + (line.outcome().isEmpty() ? "" : "; " + line.outcome()))
                .toList();
    }

    private static String values(ComparisonView comparison, ComparisonView.Line line) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < comparison.engines().size(); i++) {
            values.add(comparison.engines().get(i) + " " + line.value(i).text());
        }
        return String.join(", ", values);
    }
}
