package io.kanoa.thorgate.report.plot;

import io.kanoa.thorgate.metrics.Distribution;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.Figures;
import java.util.Map;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;

/** The share of gaps between chunks that are no longer than a time: the further left and the steeper, the better. */
final class GapChart {

    private static final double TAIL = 2;
    private static final int POINTS = 500;

    private final Optional<Distribution> all;
    private final Scale scale;
    private final Chart chart;

    GapChart(Row row, Map<String, Answers> answers) {
        all = Distribution.of(Answers.sortedGaps(answers.values()));
        scale = Scale.of(all.map(d -> Math.min(d.max(), TAIL * d.p99())).orElse(1.0), Limit.ofGap(row));
        chart = new Chart(scale.axis("ms" + beyond()), share());
        answers.forEach((name, some) -> add(name, some.sortedGaps()));
        scale.marker().ifPresent(this::upright);
    }

    JFreeChart draw() {
        return Look.chart("Gaps between chunks", chart.plot());
    }

    private void add(String name, double[] sorted) {
        XYSeries series = new XYSeries(Chart.legend(name, Distribution.of(sorted)), false, true);
        int step = Math.max(1, sorted.length / POINTS);
        for (int i = 0; i < sorted.length; i += step) {
            series.add(sorted[i], 100.0 * i / sorted.length);
            series.add(sorted[i], 100.0 * (i + 1) / sorted.length);
        }
        end(series, sorted);
        chart.line(series, chart.isEmpty() ? Look.BLUE : Look.ORANGE);
    }

    private void end(XYSeries series, double[] sorted) {
        if (sorted.length > 0) {
            double longest = sorted[sorted.length - 1];
            series.add(longest, 100);
            series.add(Math.max(longest, scale.end()), 100);
        }
    }

    private String beyond() {
        return all.filter(gaps -> gaps.max() > scale.end())
                .map(gaps -> ", longest " + Figures.of(gaps.max(), Unit.MILLISECONDS) + " is off this scale")
                .orElse("");
    }

    private void upright(ValueMarker marker) {
        marker.setLabelAnchor(RectangleAnchor.BOTTOM_LEFT);
        marker.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
        chart.plot().addDomainMarker(marker);
    }

    private static NumberAxis share() {
        NumberAxis axis = Look.axis(new NumberAxis("% of gaps no longer"));
        axis.setRange(0, 102);
        return axis;
    }
}
