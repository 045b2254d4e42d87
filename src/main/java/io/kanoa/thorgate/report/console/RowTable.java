package io.kanoa.thorgate.report.console;

import io.kanoa.thorgate.report.PlainText;
import io.kanoa.thorgate.report.RowResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Some lines for each row of a run, each beginning with the row's id. */
final class RowTable {

    private static final int LONGEST_CELL = 40;

    private RowTable() {}

    /**
     * The lines, heads first, each at most {@code width} characters; none where no row has any.
     *
     * @param heads without that of the row
     * @param cells of each line of a row
     */
    static List<String> lines(
            List<RowResult> rows, List<String> heads, int width, Function<RowResult, List<List<String>>> cells) {
        TextTable table = new TextTable(with("row", heads));
        int lines = 0;
        for (RowResult row : rows) {
            for (List<String> line : cells.apply(row)) {
                table.add(with(PlainText.line(row.row().id(), LONGEST_CELL), line));
                lines++;
            }
        }
        return lines == 0 ? List.of() : table.lines(width);
    }

    private static String[] with(String first, List<String> others) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all.toArray(String[]::new);
    }
}
