package io.kanoa.thorgate.report.plot;

import io.kanoa.thorgate.metrics.Distribution;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.chart.util.ShapeUtils;
import org.jfree.data.xy.XYSeries;

/** Time to first token of each request: a dot a request, a cross at the bottom for one that failed. */
final class FirstTokenChart {

    private static final double CROSS_HEIGHT = 0.03;
    private static final Shape DOT = new Ellipse2D.Double(-3, -3, 6, 6);
    private static final Shape DIAMOND = ShapeUtils.createDiamond(4);
    private static final Shape CROSS = ShapeUtils.createDiagonalCross(4, 1);

    private final Scale scale;
    private final Chart chart;

    FirstTokenChart(Optional<Limit> limit, Map<String, Answers> answers) {
        scale = Scale.of(highest(answers), limit);
        chart = new Chart(requests(answers), scale.axis("ms"));
        XYSeries failed = new XYSeries("failed");
        answers.forEach((name, some) -> add(name, some.firstTokens(), failed));
        if (!failed.isEmpty()) {
            chart.dots(failed, Look.VERMILLION, CROSS);
        }
        scale.marker().ifPresent(this::across);
    }

    JFreeChart draw() {
        return Look.chart("Time to first token by request", chart.plot());
    }

    private void add(String name, double[] values, XYSeries failed) {
        XYSeries shown = new XYSeries(Chart.legend(name, Distribution.of(values)));
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                failed.add(i + 1, CROSS_HEIGHT * scale.end());
            }
        }
        Dots.of(values, 1).addTo(shown);
        if (chart.isEmpty()) {
            chart.dots(shown, Look.BLUE, DOT);
        } else {
            chart.dots(shown, Look.ORANGE, DIAMOND);
        }
    }

    private void across(ValueMarker marker) {
        marker.setLabelAnchor(RectangleAnchor.TOP_LEFT);
        marker.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
        chart.plot().addRangeMarker(marker);
    }

    private static NumberAxis requests(Map<String, Answers> answers) {
        NumberAxis axis = Look.axis(new NumberAxis("request, in order"));
        int most = answers.values().stream()
                .mapToInt(some -> some.firstTokens().length)
                .max()
                .orElse(0);
        double margin = Math.max(0.5, most / 50.0);
        axis.setRange(1 - margin, Math.max(1, most) + margin);
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        return axis;
    }

    private static double highest(Map<String, Answers> answers) {
        return answers.values().stream()
                .flatMapToDouble(some -> Arrays.stream(some.firstTokens()))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }
}
