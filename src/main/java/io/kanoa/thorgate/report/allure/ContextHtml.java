package io.kanoa.thorgate.report.allure;

import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.ContextCurve;
import io.kanoa.thorgate.report.ContextLine;
import io.kanoa.thorgate.report.Figures;
import java.util.ArrayList;
import java.util.List;

/** What a longer context costs, as a table. */
final class ContextHtml {

    private ContextHtml() {}

    static String of(ContextCurve curve) {
        List<String> heads = new ArrayList<>(List.of("Row"));
        ContextLine.METRICS.forEach(metric -> heads.add(metric.fieldName()));
        heads.add("ceiling");
        heads.add("added to a token's time by each 1 000 tokens");
        return "<p><b>" + Html.text(curve.model() + " on " + curve.engine()) + "</b> by context</p>"
                + HtmlTable.of(
                        heads, curve.lines().stream().map(ContextHtml::cells).toList());
    }

    private static List<String> cells(ContextLine line) {
        List<String> cells = new ArrayList<>(List.of(line.row()));
        for (Metric metric : ContextLine.METRICS) {
            cells.add(Figures.of(line.value(metric), metric.unit()));
        }
        cells.add(Figures.of(line.ceiling(), Unit.TOKENS_PER_SECOND));
        cells.add(Figures.of(line.addedMillis(), Unit.MILLISECONDS));
        return cells;
    }
}
