package io.kanoa.thorgate.report.plot;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;

/** What the sensors read over a row, one panel a unit, with requests and throttling shaded. */
final class SensorChart {

    private static final Color[] COLOURS = {Look.BLUE, Look.ORANGE, Look.GREEN, Look.PURPLE};
    private static final int POINTS = 200;
    private static final int FINEST = 150;
    private static final int PANEL_HEIGHT = 96;
    private static final int AROUND = 100;

    private final List<Panel> panels;
    private final List<Stretch> requests;
    private final List<Stretch> throttled;
    private final double end;

    SensorChart(List<Panel> panels, List<Stretch> requests, List<Stretch> throttled) {
        this.panels = panels;
        this.end = end(panels, requests);
        this.requests = Stretch.joined(requests, end / FINEST);
        this.throttled = Stretch.joined(throttled, end / FINEST);
    }

    Drawing draw() {
        NumberAxis time = Look.axis(new NumberAxis("s since the row's first reading"));
        time.setRange(0, Math.max(end, 1e-3));
        CombinedDomainXYPlot all = new CombinedDomainXYPlot(time);
        all.setGap(14);
        panels.forEach(panel -> all.add(plot(panel)));
        JFreeChart chart = Look.chart("Sensors over time; shaded: requests (blue), throttling (red)", all);
        return Drawing.of(chart, AROUND + PANEL_HEIGHT * panels.size());
    }

    private XYPlot plot(Panel panel) {
        NumberAxis values = Look.axis(new NumberAxis(panel.unit()));
        values.setAutoRangeIncludesZero(false);
        values.setAutoRangeMinimumSize(Math.max(1e-6, 0.05 * highest(panel)));
        Chart chart = new Chart(new NumberAxis(), values);
        int i = 0;
        for (Map.Entry<String, Panel.Trace> trace : panel.series().entrySet()) {
            chart.line(series(trace.getKey(), trace.getValue().thinned(POINTS)), COLOURS[i++ % COLOURS.length]);
        }
        requests.forEach(stretch -> shade(chart.plot(), stretch, Look.SKY, 0.18f));
        throttled.forEach(stretch -> shade(chart.plot(), stretch, Look.VERMILLION, 0.35f));
        return chart.plot();
    }

    private static void shade(XYPlot plot, Stretch stretch, Color colour, float alpha) {
        IntervalMarker marker = new IntervalMarker(stretch.from(), stretch.to(), colour);
        marker.setAlpha(alpha);
        plot.addDomainMarker(marker, Layer.BACKGROUND);
    }

    private static XYSeries series(String name, Panel.Trace trace) {
        XYSeries series = new XYSeries(name, false, true);
        for (int i = 0; i < trace.at().length; i++) {
            series.add(trace.at()[i], trace.values()[i]);
        }
        return series;
    }

    private static double highest(Panel panel) {
        return panel.series().values().stream()
                .flatMapToDouble(trace -> Arrays.stream(trace.values()))
                .max()
                .orElse(0);
    }

    private static double end(List<Panel> panels, List<Stretch> requests) {
        double readings = panels.stream()
                .flatMap(panel -> panel.series().values().stream())
                .flatMapToDouble(trace -> Arrays.stream(trace.at()))
                .max()
                .orElse(0);
        return Math.max(
                readings, requests.stream().mapToDouble(Stretch::to).max().orElse(0));
    }
}
