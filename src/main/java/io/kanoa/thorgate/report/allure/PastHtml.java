package io.kanoa.thorgate.report.allure;

import io.kanoa.thorgate.history.compare.RowComparison;
import io.kanoa.thorgate.history.compare.SeriesFinding;
import io.kanoa.thorgate.report.ComparisonWithPast;
import io.kanoa.thorgate.report.RowResult;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row beside its earlier runs: what was compared with what, and what came of it. */
final class PastHtml {

    private PastHtml() {}

    /** Empty where no history is used. */
    static String of(RowResult result) {
        RowComparison comparison = result.comparison();
        return comparison.isAsked() ? heading(comparison) + table(comparison) + remarks(comparison) : "";
    }

    private static String heading(RowComparison comparison) {
        String with = comparison.anchor().isEmpty()
                ? "earlier runs in " + comparison.place()
                : "the runs named " + comparison.anchor() + " in " + comparison.place();
        return "<p><b>Beside " + Html.text(with) + "</b></p>";
    }

    private static String table(RowComparison comparison) {
        List<SeriesFinding> compared = ComparisonWithPast.compared(comparison);
        return compared.isEmpty()
                ? ""
                : HtmlTable.of(
                        ComparisonWithPast.HEADS,
                        compared.stream().map(ComparisonWithPast::cells).toList());
    }

    private static String remarks(RowComparison comparison) {
        return Stream.concat(
                        Stream.of(ComparisonWithPast.remark(comparison)).filter(remark -> !remark.isEmpty()),
                        ComparisonWithPast.unaccepted(comparison).stream())
                .map(remark -> Html.element("p", remark))
                .collect(Collectors.joining());
    }
}
