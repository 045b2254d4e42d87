package io.kanoa.thorgate.report.plot;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.workload.swap.Direction;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jfree.chart.JFreeChart;

/**
 * One picture of a row. Swaps: their parts, there on the left and back on the right. Answers: time to first token by request on the left, gaps between chunks on the
 * right; beside a neighbour and alone where the row has both. Warm-up is never shown. Needs no display.
 */
public final class LatencyPlot {

    /** Width at which the picture is meant to be shown, in CSS pixels; it has twice as many pixels. */
    public static final int WIDTH = 900;

    /** Height at which the picture is meant to be shown, in CSS pixels. */
    public static final int HEIGHT = 360;

    private LatencyPlot() {}

    /** The picture as PNG; empty where the evidence holds nothing to show. */
    public static Optional<byte[]> png(Evidence evidence) {
        List<JFreeChart> charts = charts(evidence);
        return charts.isEmpty() ? Optional.empty() : Optional.of(Png.of(charts, WIDTH, HEIGHT));
    }

    private static List<JFreeChart> charts(Evidence evidence) {
        if (!evidence.swaps().isEmpty()) {
            return Arrays.stream(Direction.values())
                    .map(direction -> SwapChart.draw(evidence.row(), direction, evidence.swaps()))
                    .flatMap(Optional::stream)
                    .toList();
        }
        Map<String, Answers> answers = answers(evidence);
        if (answers.values().stream().allMatch(Answers::isEmpty)) {
            return List.of();
        }
        return List.of(
                new FirstTokenChart(evidence.row(), answers).draw(), new GapChart(evidence.row(), answers).draw());
    }

    private static Map<String, Answers> answers(Evidence evidence) {
        Map<String, Answers> answers = new LinkedHashMap<>();
        boolean compared = !evidence.alone().isEmpty();
        answers.put(compared ? "with neighbour" : "measured", new Answers(evidence.measured()));
        if (compared) {
            answers.put("alone", new Answers(evidence.alone()));
        }
        return answers;
    }
}
