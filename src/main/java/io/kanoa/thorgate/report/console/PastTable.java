package io.kanoa.thorgate.report.console;

import io.kanoa.thorgate.report.ComparisonWithPast;
import io.kanoa.thorgate.report.PastFigure;
import io.kanoa.thorgate.report.PlainText;
import io.kanoa.thorgate.report.RowResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rows of a run beside their earlier runs: one line a figure, then what could not be compared and why. */
final class PastTable {

    private static final int LONGEST_CELL = 60;

    private PastTable() {}

    /** The lines, heads first, each at most {@code width} characters; none where no history is used. */
    static List<String> lines(List<RowResult> rows, int width) {
        List<RowResult> asked =
                rows.stream().filter(row -> row.comparison().isAsked()).toList();
        return Stream.concat(table(asked, width), remarks(asked, width)).toList();
    }

    private static Stream<String> table(List<RowResult> rows, int width) {
        List<String> heads = new ArrayList<>(List.of("row"));
        heads.addAll(PastFigure.HEADS);
        TextTable table = new TextTable(heads.toArray(String[]::new));
        int lines = 0;
        for (RowResult row : rows) {
            for (PastFigure figure : ComparisonWithPast.of(row.comparison()).compared()) {
                List<String> cells =
                        new ArrayList<>(List.of(PlainText.line(row.row().id(), LONGEST_CELL)));
                cells.addAll(figure.cells());
                table.add(cells.toArray(String[]::new));
                lines++;
            }
        }
        return lines == 0 ? Stream.empty() : table.lines(width).stream();
    }

    /** Rows of which the same is to be said share a line. */
    private static Stream<String> remarks(List<RowResult> rows, int width) {
        Map<String, List<String>> byRemark = new LinkedHashMap<>();
        for (RowResult row : rows) {
            for (String remark : ComparisonWithPast.of(row.comparison()).remarks()) {
                byRemark.computeIfAbsent(remark, r -> new ArrayList<>())
                        .add(PlainText.line(row.row().id(), LONGEST_CELL));
            }
        }
        return byRemark.entrySet().stream()
                .flatMap(entry ->
                        WrappedText.of(String.join(", ", entry.getValue()) + ": " + entry.getKey(), width).stream());
    }
}
