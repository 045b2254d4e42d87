package io.kanoa.thorgate.report.allure;

import io.kanoa.thorgate.metrics.Summary;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.report.ComparisonLine;
import io.kanoa.thorgate.report.EngineComparison;
import io.kanoa.thorgate.report.Figures;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Engines side by side, as a table. */
final class ComparisonHtml {

    private ComparisonHtml() {}

    static String of(EngineComparison comparison) {
        List<String> heads = Stream.of(Stream.of("Metric"), comparison.engines().stream(), Stream.of("Better"))
                .flatMap(names -> names)
                .toList();
        List<List<String>> lines = comparison.lines().stream()
                .map(line -> cells(line, comparison.engines()))
                .toList();
        return "<p><b>" + Html.text(comparison.id() + ": " + comparison.model()) + "</b> on "
                + comparison.engines().size() + " engines; the interval is that of the ratio of the two best, 95 %</p>"
                + HtmlTable.of(heads, lines);
    }

    private static List<String> cells(ComparisonLine line, List<String> engines) {
        return Stream.of(
                        Stream.of(line.metric().fieldName()),
                        line.values().stream().map(value -> figure(line.metric(), value)),
                        Stream.of(line.outcome(engines)))
                .flatMap(cells -> cells)
                .toList();
    }

    private static String figure(Metric metric, Optional<Summary> value) {
        return value.map(summary -> Figures.of(summary.point(), metric.unit())).orElse(Figures.UNKNOWN);
    }
}
