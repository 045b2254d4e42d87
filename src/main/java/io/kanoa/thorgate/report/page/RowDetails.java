package io.kanoa.thorgate.report.page;

import static j2html.TagCreator.code;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.h4;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.ul;

import io.kanoa.thorgate.report.view.CourseView;
import io.kanoa.thorgate.report.view.RawRow;
import io.kanoa.thorgate.report.view.RowView;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One row: what it did, its plots, its numbers, and how to repeat it. */
final class RowDetails {

    private final RowView row;
    private final RawRow raw;
    private final RowTables tables;

    RowDetails(RowView row, RawRow raw) {
        this.row = row;
        this.raw = raw;
        this.tables = new RowTables(row);
    }

    DomContent tag() {
        return details(
                        summary(
                                h3(row.id()),
                                span(row.work().titles() + ", " + row.work().what())
                                        .withClass("what"),
                                Badge.of(row.verdict())),
                        div(each(content().toList(), part -> part)).withClass("inside"))
                .withClass("row")
                .withId(RowsSection.id(row));
    }

    private Stream<DomContent> content() {
        return Stream.of(
                        reason(),
                        list("Warnings", row.warnings()),
                        list("Throttled by", row.throttledBy()),
                        Stream.of(PlotFigure.all(RowsSection.id(row) + "-plot", new RowFigures(row, raw)::draw)),
                        list("Raw data", raw.problems()),
                        tables.targets(),
                        tables.metrics(),
                        new TokenGaps(row, raw).tables(),
                        tables.swaps(),
                        tables.formats(),
                        tables.crossChecks(),
                        tables.opinions(),
                        course(),
                        tables.starts(),
                        physics(),
                        log(),
                        repeat())
                .flatMap(part -> part);
    }

    private Stream<DomContent> reason() {
        return row.reason().isEmpty() ? Stream.of() : Stream.of(p(row.reason()).withClass("why"));
    }

    private Stream<DomContent> course() {
        String ended = Optional.ofNullable(row.course()).map(CourseView::ended).orElse("");
        return ended.isEmpty()
                ? Stream.of()
                : Stream.of(
                        h4("Sampling"),
                        p(ended + ". The row took " + row.duration().text() + "."));
    }

    private Stream<DomContent> physics() {
        return row.physics() == null || row.physics().arithmetic().isEmpty()
                ? Stream.of()
                : Stream.of(h4("What physics allows"), lines(row.physics().arithmetic()));
    }

    private Stream<DomContent> log() {
        return row.engineLog().isEmpty()
                ? Stream.of()
                : Stream.of(h4("Last lines of the engine's log"), lines(row.engineLog()));
    }

    private Stream<DomContent> repeat() {
        Stream<DomContent> files = row.raw() == null
                ? Stream.of()
                : Stream.of(p(
                        span("Every token and every reading: "),
                        code(row.raw().timelines()),
                        span(", "),
                        code(row.raw().samples())));
        return Stream.concat(Stream.concat(Stream.of(h4("Again")), Stream.of(block(row.repeat()))), files);
    }

    private static Stream<DomContent> list(String title, List<String> texts) {
        return texts.isEmpty() ? Stream.of() : Stream.of(h4(title), ul(each(texts, text -> li(text))));
    }

    private static DomContent lines(List<String> lines) {
        return block(String.join("\n", lines));
    }

    private static DomContent block(String text) {
        return pre(text).attr("tabindex", "0");
    }
}
