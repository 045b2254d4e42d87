package io.kanoa.thorgate.report.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.verdict.TargetVerdict;

/**
 * Bencher's Metric Format: rows as benchmarks, metrics as measures. The format knows no units, so a measure's name ends with
 * its unit. The lower and upper values are the one-sided 95 % confidence bounds, where a target asks for them.
 */
final class BencherJson {

    private BencherJson() {}

    static String of(RunResult run) {
        ObjectNode benchmarks = JsonNodeFactory.instance.objectNode();
        run.rows().forEach(row -> {
            ObjectNode measures = benchmarks.putObject(RowTexts.of(row).id());
            Headline.of(row).forEach(figure -> measures.set(measure(figure), metric(figure)));
        });
        return JsonText.of(benchmarks);
    }

    private static String measure(Headline figure) {
        return figure.name() + " (" + figure.metric().unit() + ")";
    }

    private static ObjectNode metric(Headline figure) {
        ObjectNode metric = JsonNodeFactory.instance.objectNode();
        metric.put("value", Numbers.rounded(figure.value()));
        figure.verdict().ifPresent(verdict -> bounds(metric, verdict));
        return metric;
    }

    private static void bounds(ObjectNode metric, TargetVerdict verdict) {
        if (Double.isFinite(verdict.lower())) {
            metric.put("lower_value", Numbers.rounded(verdict.lower()));
        }
        if (Double.isFinite(verdict.upper())) {
            metric.put("upper_value", Numbers.rounded(verdict.upper()));
        }
    }
}
