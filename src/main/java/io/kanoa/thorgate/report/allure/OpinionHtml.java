package io.kanoa.thorgate.report.allure;

import io.kanoa.thorgate.engine.ReportedFigure;
import io.kanoa.thorgate.engine.SecondOpinion;
import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Summary;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.report.Figures;
import io.kanoa.thorgate.report.RowResult;
import java.util.List;
import java.util.stream.Collectors;

/** What others measured of a row, beside the mean that we measured. */
final class OpinionHtml {

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
        return HtmlTable.of(
                List.of("Figure", "Theirs", "n", "Ours, mean", "Their formula"),
                opinion.figures().stream().map(this::cells).toList());
    }

    private List<String> cells(ReportedFigure figure) {
        return List.of(
                figure.name(),
                Figures.of(figure.value(), figure.unit()),
                String.valueOf(figure.n()),
                figure.ours().map(this::ours).orElse(""),
                figure.formula());
    }

    private String ours(Metric metric) {
        Observations observed = result.observed().getOrDefault(metric, new Missing("not observed"));
        return Summary.of(metric, observed)
                .map(summary -> Figures.of(summary.point(), metric.unit()))
                .orElse(Figures.UNKNOWN);
    }
}
