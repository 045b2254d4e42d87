package io.kanoa.thorgate.report.page;

import static j2html.TagCreator.p;

import io.kanoa.thorgate.report.view.RawReader;
import io.kanoa.thorgate.report.view.RowView;
import io.kanoa.thorgate.report.view.RunView;
import java.util.List;

/** Every row down to its tokens. */
final class RowsSection {

    private RowsSection() {}

    /** The id of a row's part of the page. */
    static String id(RowView row) {
        return "row-" + safe(row.id());
    }

    /** What of a row's id may stand in an id of the page. */
    static String safe(String row) {
        return row.replaceAll("[^A-Za-z0-9@._-]", "_");
    }

    static List<Section> of(RunView run, RawReader raw) {
        return List.of(new Section(
                "rows",
                "Rows",
                List.of(
                        p(
                                "Open a row for its plots, every number, its longest token gaps and the command that repeats it."),
                        new MadeInTurn<>(run.rows(), row -> new RowDetails(row, raw.read(row)).tag()))));
    }
}
