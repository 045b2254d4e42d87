package io.kanoa.thorgate.report.plot;

import io.kanoa.thorgate.metrics.Distribution;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.Figures;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;

/** The share of values that are no longer than a time: the further left and the steeper, the better. */
final class SpreadChart {

    private static final double TAIL = 2;
    private static final int POINTS = 160;

    private final String title;
    private final Optional<Distribution> all;
    private final Scale scale;
    private final Chart chart;

    /**
     * @param counted what is counted, e.g. {@code gaps}
     * @param sorted values in milliseconds, in rising order, by what they are of
     */
    SpreadChart(String title, String counted, Optional<Limit> limit, Map<String, double[]> sorted) {
        this.title = title;
        all = Distribution.of(
                sorted.values().stream().flatMapToDouble(DoubleStream::of).toArray());
        scale = Scale.of(all.map(d -> Math.min(d.max(), TAIL * d.p99())).orElse(1.0), limit);
        chart = new Chart(scale.axis("ms" + beyond()), share(counted));
        sorted.forEach(this::add);
        scale.marker().ifPresent(this::upright);
    }

    JFreeChart draw() {
        return Look.chart(title, chart.plot());
    }

    private void add(String name, double[] sorted) {
        XYSeries series = new XYSeries(Chart.legend(name, Distribution.of(sorted)), false, true);
        int step = Math.max(1, sorted.length / POINTS);
        for (int i = 0; i < sorted.length; i += step) {
            series.add(sorted[i], 100.0 * i / sorted.length);
            series.add(sorted[i], 100.0 * (i + 1) / sorted.length);
        }
        end(series, sorted);
        if (chart.isEmpty()) {
            chart.line(series, Look.BLUE);
        } else {
            chart.line(series, Look.ORANGE, Look.DASHES);
        }
    }

    private void end(XYSeries series, double[] sorted) {
        if (sorted.length > 0) {
            double longest = sorted[sorted.length - 1];
            series.add(longest, 100);
            series.add(Math.max(longest, scale.end()), 100);
        }
    }

    private String beyond() {
        return all.filter(values -> values.max() > scale.end())
                .map(values -> ", longest " + Figures.of(values.max(), Unit.MILLISECONDS) + " is off this scale")
                .orElse("");
    }

    private void upright(ValueMarker marker) {
        boolean hasRoomBefore = marker.getValue() > scale.end() / 2;
        marker.setLabelAnchor(hasRoomBefore ? RectangleAnchor.BOTTOM_LEFT : RectangleAnchor.BOTTOM_RIGHT);
        marker.setLabelTextAnchor(hasRoomBefore ? TextAnchor.BOTTOM_RIGHT : TextAnchor.BOTTOM_LEFT);
        chart.plot().addDomainMarker(marker);
    }

    private static NumberAxis share(String counted) {
        NumberAxis axis = Look.axis(new NumberAxis("% of " + counted + " no longer"));
        axis.setRange(0, 102);
        return axis;
    }
}
