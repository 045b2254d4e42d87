package io.kanoa.thorgate.report.console;

import io.kanoa.thorgate.metrics.FirstTokens;
import io.kanoa.thorgate.report.FirstTokenText;
import io.kanoa.thorgate.report.PlainText;
import io.kanoa.thorgate.report.RowResult;
import java.util.ArrayList;
import java.util.List;

/** First tokens of the rows that send images or get reasoning, one line for each number of images. */
final class FirstTokenTable {

    private static final int LONGEST_CELL = 40;

    private FirstTokenTable() {}

    /** The lines, heads first, each at most {@code width} characters; none where no row has images or reasoning. */
    static List<String> lines(List<RowResult> rows, int width) {
        List<String> heads = new ArrayList<>(List.of("row"));
        heads.addAll(FirstTokenText.HEADS);
        TextTable table = new TextTable(heads.toArray(String[]::new));
        int lines = 0;
        for (RowResult row : rows) {
            for (FirstTokens tokens : FirstTokenText.of(row)) {
                List<String> cells =
                        new ArrayList<>(List.of(PlainText.line(row.row().id(), LONGEST_CELL)));
                cells.addAll(FirstTokenText.cells(tokens));
                table.add(cells.toArray(String[]::new));
                lines++;
            }
        }
        return lines == 0 ? List.of() : table.lines(width);
    }
}
