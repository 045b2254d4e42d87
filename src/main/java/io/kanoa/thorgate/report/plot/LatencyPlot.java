package io.kanoa.thorgate.report.plot;

import io.kanoa.thorgate.metrics.Evidence;
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
            return SwapChart.draw(SwapParts.of(evidence.swaps()), direction -> Limit.ofSwap(evidence.row(), direction));
        }
        Map<String, Answers> answers = answers(evidence);
        if (answers.values().stream().allMatch(Answers::isEmpty)) {
            return List.of();
        }
        return List.of(
                new FirstTokenChart(Limit.ofFirstToken(evidence.row()), answers).draw(),
                gaps(Limit.ofGap(evidence.row()), answers).draw());
    }

    static SpreadChart gaps(Optional<Limit> limit, Map<String, Answers> answers) {
        Map<String, double[]> sorted = new LinkedHashMap<>();
        answers.forEach((name, some) -> sorted.put(name, some.sortedGaps()));
        return new SpreadChart("Gaps between chunks", "gaps", limit, sorted);
    }

    private static Map<String, Answers> answers(Evidence evidence) {
        Map<String, Answers> answers = new LinkedHashMap<>();
        boolean compared = !evidence.alone().isEmpty();
        answers.put(compared ? "with neighbour" : "measured", Answers.of(evidence.measured()));
        if (compared) {
            answers.put("alone", Answers.of(evidence.alone()));
        }
        return answers;
    }
}
