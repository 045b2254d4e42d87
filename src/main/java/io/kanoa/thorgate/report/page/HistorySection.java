package io.kanoa.thorgate.report.page;

import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.ul;

import io.kanoa.thorgate.report.PastFigure;
import io.kanoa.thorgate.report.view.PastView;
import io.kanoa.thorgate.report.view.RunView;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The rows beside their earlier runs; only where a history is used. */
final class HistorySection {

    private HistorySection() {}

    static List<Section> of(RunView run) {
        return run.history().isEmpty() ? List.of() : List.of(new Section("history", "Earlier runs", content(run)));
    }

    private static List<DomContent> content(RunView run) {
        List<DomContent> content = new ArrayList<>();
        content.add(p(comparedWith(run.history().get(0))));
        List<List<String>> figures = run.history().stream()
                .flatMap(row -> row.comparison().compared().stream().map(figure -> cells(row, figure)))
                .toList();
        if (!figures.isEmpty()) {
            content.add(Table.of("Figures beside those of earlier runs", heads(), figures));
        }
        List<String> remarks = run.history().stream()
                .flatMap(row -> row.comparison().remarks().stream().map(remark -> row.row() + ": " + remark))
                .toList();
        if (!remarks.isEmpty()) {
            content.add(ul(each(remarks, remark -> li(remark))));
        }
        run.history().stream().map(RowHistory::new).flatMap(RowHistory::tag).forEach(content::add);
        return content;
    }

    private static String comparedWith(PastView first) {
        return "Compared with "
                + (first.anchor().isEmpty() ? "the last level of the history" : "the runs named " + first.anchor())
                + " in " + first.place()
                + ". A figure that got worse fails its row only where a fresh run confirmed it.";
    }

    private static List<String> heads() {
        return Stream.concat(Stream.of("row"), PastFigure.HEADS.stream())
                .map(head -> head.substring(0, 1).toUpperCase(Locale.ROOT) + head.substring(1))
                .toList();
    }

    private static List<String> cells(PastView row, PastFigure figure) {
        return Stream.concat(Stream.of(row.row()), figure.cells().stream()).toList();
    }
}
