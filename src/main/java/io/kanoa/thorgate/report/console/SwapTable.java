package io.kanoa.thorgate.report.console;

import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.SwapStudy;
import java.util.List;

/** Swaps of models, one line for each direction and state of the page cache. */
final class SwapTable {

    private SwapTable() {}

    /** The lines, heads first, each at most {@code width} characters; none where no row swaps models. */
    static List<String> lines(List<RowResult> rows, int width) {
        return RowTable.lines(
                rows,
                SwapStudy.HEADS,
                width,
                row -> SwapStudy.of(row).stream().map(SwapStudy::cells).toList());
    }
}
