package io.kanoa.thorgate.report.allure;

import io.kanoa.thorgate.metrics.Summary;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.report.ComparisonLine;
import io.kanoa.thorgate.report.EngineComparison;
import io.kanoa.thorgate.report.Figures;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Engines side by side, as a table. */
final class ComparisonHtml {

    private static final String PADDING = " style=\"text-align:left;padding:2px 12px 2px 0\"";

    private ComparisonHtml() {}

    static String of(EngineComparison comparison) {
        String heads = Stream.of(Stream.of("Metric"), comparison.engines().stream(), Stream.of("Better"))
                .flatMap(names -> names)
                .map(name -> "<th" + PADDING + ">" + Html.text(name) + "</th>")
                .collect(Collectors.joining());
        String lines = comparison.lines().stream()
                .map(line -> line(line, comparison.engines()))
                .collect(Collectors.joining());
        return "<p><b>" + Html.text(comparison.id() + ": " + comparison.model()) + "</b> on "
                + comparison.engines().size() + " engines; the interval is that of the ratio of the two best, 95 %</p>"
                + "<table><thead><tr>" + heads + "</tr></thead><tbody>" + lines + "</tbody></table>";
    }

    private static String line(ComparisonLine line, List<String> engines) {
        return "<tr>" + cell(line.metric().fieldName())
                + line.values().stream()
                        .map(value -> cell(figure(line.metric(), value)))
                        .collect(Collectors.joining())
                + cell(line.outcome(engines)) + "</tr>";
    }

    private static String figure(Metric metric, Optional<Summary> value) {
        return value.map(summary -> Figures.of(summary.point(), metric.unit())).orElse(Figures.UNKNOWN);
    }

    private static String cell(String untrusted) {
        return "<td" + PADDING + ">" + Html.text(untrusted) + "</td>";
    }
}
