package io.kanoa.thorgate.report.console;

import io.kanoa.thorgate.metrics.Summary;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.report.ComparisonLine;
import io.kanoa.thorgate.report.EngineComparison;
import io.kanoa.thorgate.report.Figures;
import io.kanoa.thorgate.report.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Engines side by side, one line a metric. */
final class ComparisonTable {

    private static final int LONGEST_CELL = 30;

    private ComparisonTable() {}

    /** The lines, heads first, each at most {@code width} characters. */
    static List<String> lines(EngineComparison comparison, int width) {
        List<String> heads = new ArrayList<>();
        heads.add(PlainText.line(comparison.id(), LONGEST_CELL));
        comparison.engines().forEach(engine -> heads.add(PlainText.line(engine, LONGEST_CELL)));
        heads.add("better (95 % interval of the ratio of the two best)");
        TextTable table = new TextTable(heads.toArray(String[]::new));
        comparison.lines().forEach(line -> table.add(cells(line, comparison.engines())));
        return table.lines(width);
    }

    private static String[] cells(ComparisonLine line, List<String> engines) {
        return Stream.of(
                        Stream.of(line.metric().alias()),
                        line.values().stream().map(value -> figure(line.metric(), value)),
                        Stream.of(PlainText.line(line.outcome(engines), 2 * LONGEST_CELL)))
                .flatMap(cells -> cells)
                .toArray(String[]::new);
    }

    private static String figure(Metric metric, Optional<Summary> value) {
        return value.map(summary -> Figures.of(summary.point(), metric.unit())).orElse(Figures.UNKNOWN);
    }
}
