package io.kanoa.thorgate.report.page;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.List;

/** A table of plain texts that scrolls by itself where the page is too narrow. */
final class Table {

    private Table() {}

    /** @param caption that tells what it is; the first cell of a line is its head */
    static DomContent of(String caption, List<String> heads, List<List<String>> lines) {
        return div(table(
                        caption(caption),
                        thead(tr(each(heads, head -> th(head).attr("scope", "col")))),
                        tbody(each(lines, Table::line))))
                .withClass("scroll")
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-label", caption);
    }

    private static DomContent line(List<String> cells) {
        return tr(th(cells.get(0)).attr("scope", "row"), each(cells.subList(1, cells.size()), cell -> td(cell)));
    }
}
