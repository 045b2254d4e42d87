package io.kanoa.thorgate.report.console;

import io.kanoa.thorgate.report.FormatMatrix;
import io.kanoa.thorgate.report.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Engines and weight formats, one line a format and layout; with the engine's words where there is one engine. */
final class FormatTable {

    private static final int LONGEST_CELL = 90;

    private FormatTable() {}

    /** The lines, heads first, each at most {@code width} characters. */
    static List<String> lines(FormatMatrix matrix, int width) {
        boolean oneEngine = matrix.engines().size() == 1;
        List<String> heads = new ArrayList<>(List.of("format"));
        matrix.engines().forEach(engine -> heads.add(cell(engine)));
        if (oneEngine) {
            heads.add("it says");
        }
        TextTable table = new TextTable(heads.toArray(String[]::new));
        matrix.lines().forEach(line -> table.add(cells(line, oneEngine)));
        return table.lines(width);
    }

    private static String[] cells(FormatMatrix.Line line, boolean oneEngine) {
        List<String> cells = new ArrayList<>(List.of(cell(line.name())));
        line.probes().forEach(probe -> cells.add(FormatMatrix.word(probe)));
        if (oneEngine) {
            cells.add(line.probes().stream()
                    .flatMap(Optional::stream)
                    .map(FormatMatrix::said)
                    .map(FormatTable::cell)
                    .findFirst()
                    .orElse(""));
        }
        return cells.toArray(String[]::new);
    }

    private static String cell(String untrusted) {
        return PlainText.line(untrusted, LONGEST_CELL);
    }
}
