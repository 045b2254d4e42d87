package io.kanoa.thorgate.report.console;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Text in aligned columns that never gets wider than asked for: the widest column gives way first, and columns of figures last,
 * since a figure that is cut is none.
 */
final class TextTable {

    private static final String GAP = "  ";
    private static final String CUT = "\u2026";
    private static final int NARROWEST = 8;

    private final int columns;
    private final List<List<String>> lines = new ArrayList<>();
    private final Set<Integer> figures = new HashSet<>();

    TextTable(String... heads) {
        columns = heads.length;
        lines.add(List.of(heads));
    }

    void add(String... cells) {
        lines.add(List.of(cells));
    }

    /** Says which columns hold figures. */
    TextTable withFigures(Integer... columns) {
        figures.addAll(Set.of(columns));
        return this;
    }

    /** The lines, heads first, each at most {@code width} characters. */
    List<String> lines(int width) {
        int[] widths = fit(width - GAP.length() * (columns - 1));
        return lines.stream().map(line -> line(line, widths)).toList();
    }

    private int[] fit(int room) {
        int[] widths = IntStream.range(0, columns).map(this::widest).toArray();
        while (IntStream.of(widths).sum() > room) {
            int[] yielding = widths.clone();
            figures.forEach(column -> yielding[column] = 0);
            int widest = indexOfWidest(yielding);
            widths[yielding[widest] > NARROWEST ? widest : indexOfWidest(widths)]--;
        }
        return widths;
    }

    private int widest(int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }

    private static int indexOfWidest(int[] widths) {
        int widest = 0;
        for (int i = 1; i < widths.length; i++) {
            widest = widths[i] > widths[widest] ? i : widest;
        }
        return widest;
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> cell(cells.get(i), widths[i]))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static String cell(String text, int width) {
        String shown = text.length() <= width ? text : text.substring(0, width - 1) + CUT;
        return shown + " ".repeat(width - shown.length());
    }
}
