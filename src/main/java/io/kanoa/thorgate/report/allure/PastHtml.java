package io.kanoa.thorgate.report.allure;

import io.kanoa.thorgate.history.compare.RowComparison;
import io.kanoa.thorgate.report.ComparisonWithPast;
import io.kanoa.thorgate.report.PastFigure;
import io.kanoa.thorgate.report.RowResult;
import java.util.List;
import java.util.stream.Collectors;

/** A row beside its earlier runs: what was compared with what, and what came of it. */
final class PastHtml {

    private PastHtml() {}

    /** Empty where no history is used. */
    static String of(RowResult result) {
        RowComparison comparison = result.comparison();
        ComparisonWithPast past = ComparisonWithPast.of(comparison);
        return comparison.isAsked() ? heading(comparison) + table(past) + remarks(past) : "";
    }

    private static String heading(RowComparison comparison) {
        String with = comparison.anchor().isEmpty()
                ? "earlier runs in " + comparison.place()
                : "the runs named " + comparison.anchor() + " in " + comparison.place();
        return "<p><b>Beside " + Html.text(with) + "</b></p>";
    }

    private static String table(ComparisonWithPast past) {
        List<PastFigure> compared = past.compared();
        return compared.isEmpty()
                ? ""
                : HtmlTable.of(
                        PastFigure.HEADS,
                        compared.stream().map(PastFigure::cells).toList());
    }

    private static String remarks(ComparisonWithPast past) {
        return past.remarks().stream().map(remark -> Html.element("p", remark)).collect(Collectors.joining());
    }
}
