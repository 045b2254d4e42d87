package io.kanoa.thorgate.report.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.verdict.TargetVerdict;

/**
 * What github-action-benchmark reads as {@code customSmallerIsBetter} and {@code customBiggerIsBetter}. It takes one direction
 * a file, so there are two. The range is that of the one-sided 95 % confidence bounds, where a target asks for them.
 */
final class ActionBenchmark {

    private ActionBenchmark() {}

    /** @param bigger whether to hold the metrics of which more is better, and not the others */
    static String of(RunResult run, boolean bigger) {
        ArrayNode benches = JsonNodeFactory.instance.arrayNode();
        run.rows()
                .forEach(row -> Headline.of(row).stream()
                        .filter(figure -> figure.metric().higherIsBetter() == bigger)
                        .forEach(figure -> benches.add(bench(row, figure))));
        return JsonText.of(benches);
    }

    private static ObjectNode bench(RowResult row, Headline figure) {
        RowTexts texts = RowTexts.of(row);
        ObjectNode bench = JsonNodeFactory.instance.objectNode();
        bench.put("name", texts.id() + " " + figure.name());
        bench.put("unit", figure.metric().unit().symbol());
        bench.put("value", Numbers.rounded(figure.value()));
        figure.verdict().ifPresent(verdict -> bench.put("range", range(verdict)));
        bench.put(
                "extra",
                texts.name() + figure.verdict().map(ActionBenchmark::judged).orElse(""));
        return bench;
    }

    private static String range(TargetVerdict verdict) {
        return known(verdict.lower()) + " to " + known(verdict.upper());
    }

    private static String known(double bound) {
        return Double.isFinite(bound) ? Numbers.text(bound) : "unknown";
    }

    private static String judged(TargetVerdict verdict) {
        return "\n" + verdict.target() + ": " + verdict.decision() + ", n = " + verdict.n();
    }
}
