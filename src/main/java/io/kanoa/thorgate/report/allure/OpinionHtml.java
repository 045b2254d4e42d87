package io.kanoa.thorgate.report.allure;

import io.kanoa.thorgate.engine.ReportedFigure;
import io.kanoa.thorgate.engine.SecondOpinion;
import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Summary;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.report.Figures;
import io.kanoa.thorgate.report.RowResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What others measured of a row, beside the mean that we measured. */
final class OpinionHtml {

    private static final String PADDING = " style=\"text-align:left;padding:2px 12px 2px 0\"";

    private final RowResult result;

    OpinionHtml(RowResult result) {
        this.result = result;
    }

    String html() {
        return result.secondOpinions().stream().map(this::html).collect(Collectors.joining());
    }

    private String html(SecondOpinion opinion) {
        String heading = "<p><b>" + Html.text(opinion.tool()) + "</b></p>";
        return opinion.failure().isEmpty()
                ? heading + table(opinion)
                : heading + Html.element("p", "gave no figures: " + opinion.failure());
    }

    private String table(SecondOpinion opinion) {
        String heads = Stream.of("Figure", "Theirs", "n", "Ours, mean", "Their formula")
                .map(head -> "<th" + PADDING + ">" + head + "</th>")
                .collect(Collectors.joining());
        return "<table><thead><tr>" + heads + "</tr></thead><tbody>"
                + opinion.figures().stream().map(this::line).collect(Collectors.joining()) + "</tbody></table>";
    }

    private String line(ReportedFigure figure) {
        return "<tr>" + cell(figure.name()) + cell(Figures.of(figure.value(), figure.unit()))
                + cell(String.valueOf(figure.n()))
                + cell(figure.ours().map(this::ours).orElse("")) + cell(figure.formula()) + "</tr>";
    }

    private String ours(Metric metric) {
        Observations observed = result.observed().getOrDefault(metric, new Missing("not observed"));
        return Summary.of(metric, observed)
                .map(summary -> Figures.of(summary.point(), metric.unit()))
                .orElse(Figures.UNKNOWN);
    }

    private static String cell(String untrusted) {
        return "<td" + PADDING + ">" + Html.text(untrusted) + "</td>";
    }
}
