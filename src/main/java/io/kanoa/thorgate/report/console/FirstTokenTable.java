package io.kanoa.thorgate.report.console;

import io.kanoa.thorgate.report.FirstTokenText;
import io.kanoa.thorgate.report.RowResult;
import java.util.List;

/** First tokens of the rows that send images or get reasoning, one line for each number of images. */
final class FirstTokenTable {

    private FirstTokenTable() {}

    /** The lines, heads first, each at most {@code width} characters; none where no row has images or reasoning. */
    static List<String> lines(List<RowResult> rows, int width) {
        return RowTable.lines(
                rows,
                FirstTokenText.HEADS,
                width,
                row -> FirstTokenText.of(row).stream()
                        .map(FirstTokenText::cells)
                        .toList());
    }
}
