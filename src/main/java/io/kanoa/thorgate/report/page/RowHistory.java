package io.kanoa.thorgate.report.page;

import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;

import io.kanoa.thorgate.history.compare.Trend;
import io.kanoa.thorgate.report.plot.Drawing;
import io.kanoa.thorgate.report.plot.TrendPlot;
import io.kanoa.thorgate.report.view.PastView;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One row over runs: what changed, and a plot for each figure. */
final class RowHistory {

    private static final List<String> HEADS = List.of("Since", "Figure", "What changed");

    private final PastView row;
    private final List<Trend> trends;
    private final List<List<String>> changes;

    RowHistory(PastView row) {
        this.row = row;
        this.trends = row.overRuns().filter(TrendPlot::isDrawn).toList();
        this.changes = TrendChanges.lines(trends);
    }

    /** Open where something changed; nothing where there are too few runs for a trend. */
    Stream<DomContent> tag() {
        if (trends.isEmpty()) {
            return Stream.of();
        }
        var tag = details(
                        summary(h3(row.row()), span(what()).withClass("what")),
                        div(table(), plots()).withClass("inside"))
                .withClass("row")
                .withId("history-" + RowsSection.safe(row.row()));
        return Stream.of(changes.isEmpty() ? tag : tag.attr("open", "open"));
    }

    private String what() {
        int runs =
                trends.stream().mapToInt(trend -> trend.points().size()).max().orElse(0);
        return runs + " runs, " + (changes.isEmpty() ? "no change of level, setting or version" : "with changes");
    }

    private DomContent table() {
        return changes.isEmpty() ? span() : Table.of("What changed from run to run, oldest first", HEADS, changes);
    }

    private DomContent plots() {
        return div(PlotFigure.all("trend-" + RowsSection.safe(row.row()), this::draw))
                .withClass("wide");
    }

    private List<Drawing> draw() {
        return trends.stream().map(TrendPlot::drawing).flatMap(Optional::stream).toList();
    }
}
