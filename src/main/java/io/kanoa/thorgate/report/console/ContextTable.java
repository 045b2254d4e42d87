package io.kanoa.thorgate.report.console;

import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.ContextCurve;
import io.kanoa.thorgate.report.ContextLine;
import io.kanoa.thorgate.report.Figures;
import io.kanoa.thorgate.report.PlainText;
import java.util.ArrayList;
import java.util.List;

/** What a longer context costs, one line a context. */
final class ContextTable {

    private static final int LONGEST_CELL = 24;

    private static final List<Metric> SHOWN = List.of(
            Metric.INPUT_SEQUENCE_LENGTH,
            Metric.TIME_TO_FIRST_TOKEN,
            Metric.PREFILL_THROUGHPUT_PER_USER,
            Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER);

    private ContextTable() {}

    /** The lines, heads first, each at most {@code width} characters. */
    static List<String> lines(ContextCurve curve, int width) {
        List<String> heads = new ArrayList<>();
        heads.add(PlainText.line(curve.model(), LONGEST_CELL));
        SHOWN.forEach(metric -> heads.add(metric.alias()));
        heads.add("ceiling");
        heads.add("per token and 1k");
        heads.add("memory growth");
        TextTable table = new TextTable(heads.toArray(String[]::new));
        curve.lines().forEach(line -> table.add(cells(line)));
        return table.lines(width);
    }

    private static String[] cells(ContextLine line) {
        List<String> cells = new ArrayList<>();
        cells.add(PlainText.line(line.row(), LONGEST_CELL));
        SHOWN.forEach(metric -> cells.add(Figures.of(line.value(metric), metric.unit())));
        cells.add(Figures.of(line.ceiling(), Unit.TOKENS_PER_SECOND));
        cells.add(
                Double.isFinite(line.addedMillis())
                        ? (line.addedMillis() < 0 ? "" : "+") + Figures.of(line.addedMillis(), Unit.MILLISECONDS)
                        : "");
        cells.add(Figures.of(line.value(Metric.ENGINE_MEMORY_GROWTH), Unit.BYTES));
        return cells.toArray(String[]::new);
    }
}
