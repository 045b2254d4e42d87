package io.kanoa.thorgate.report.page;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import io.kanoa.thorgate.report.PlainText;
import io.kanoa.thorgate.report.summary.MatrixLine;
import io.kanoa.thorgate.report.view.RowView;
import io.kanoa.thorgate.report.view.RunView;
import j2html.tags.DomContent;
import j2html.tags.specialized.TdTag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The plan's matrix: what was asked, measured, possible and decided. */
final class MatrixSection {

    private static final List<String> HEADS =
            List.of("Row", "Model", "What", "Metric", "Target", "Measured", "90 % interval", "Ceiling", "Verdict");

    private static final int LONGEST_CELL = 200;
    private static final int LONGEST_REASON = 600;

    private MatrixSection() {}

    static List<Section> of(RunView run) {
        Map<String, List<RowView>> scenarios = run.rows().stream()
                .collect(Collectors.groupingBy(RowView::scenario, LinkedHashMap::new, Collectors.toList()));
        List<DomContent> content = new ArrayList<>();
        if (!scenarios.isEmpty()) {
            content.add(matrix(run, scenarios));
        }
        if (!run.outside().isEmpty()) {
            content.add(h3("Not run in this profile"));
            content.add(Table.of(
                    "Rows of the plan outside this profile; never counted as passed",
                    List.of("Row", "Why"),
                    run.outside().stream()
                            .map(row -> List.of(row.id(), row.reason()))
                            .toList()));
        }
        if (content.isEmpty()) {
            content.add(p("No row has a result."));
        }
        return List.of(new Section("matrix", "Matrix", content));
    }

    private static DomContent matrix(RunView run, Map<String, List<RowView>> scenarios) {
        return table(
                        caption("What was asked, measured and decided"),
                        thead(tr(each(HEADS, head -> th(head).attr("scope", "col")))),
                        each(scenarios, (id, rows) -> scenario(run.scenarioTitle(id), rows)))
                .withClass("matrix");
    }

    private static DomContent scenario(String title, List<RowView> rows) {
        return tbody(
                tr(th(title).attr("colspan", String.valueOf(HEADS.size())).attr("scope", "rowgroup"))
                        .withClass("scenario"),
                each(rows, row -> each(MatrixLine.of(row), line -> line(row, line))));
    }

    private static DomContent line(RowView row, MatrixLine line) {
        return tr(
                        th(a(row.id()).withHref("#" + RowsSection.id(row)))
                                .attr("scope", "row")
                                .attr("data-label", "Row"),
                        cell(1, line.models()),
                        cell(2, line.what()),
                        cell(3, line.metric()),
                        cell(4, line.target()),
                        cell(5, line.measured()),
                        cell(6, line.interval()),
                        cell(7, line.ceiling()),
                        td(Badge.of(line.verdict()), why(line)).attr("data-label", HEADS.get(8)))
                .withClass(line.isFirst() ? "first" : "more");
    }

    private static TdTag cell(int column, String text) {
        return td(PlainText.line(text, LONGEST_CELL))
                .attr("data-label", HEADS.get(column))
                .withClass(text.isEmpty() ? "none" : "");
    }

    private static DomContent why(MatrixLine line) {
        return line.explanation().isEmpty()
                ? span()
                : div(PlainText.line(line.explanation(), LONGEST_REASON)).withClass("why");
    }
}
