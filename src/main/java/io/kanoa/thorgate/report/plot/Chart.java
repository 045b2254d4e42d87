package io.kanoa.thorgate.report.plot;

import io.kanoa.thorgate.metrics.Distribution;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.Figures;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.util.Optional;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** An x-y plot under construction: its series and their look. */
final class Chart {

    private final XYSeriesCollection data = new XYSeriesCollection();
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
    private final XYPlot plot;

    Chart(ValueAxis x, ValueAxis y) {
        plot = new XYPlot(data, x, y, renderer);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setDrawOutlines(false);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(Look.GRID);
        plot.setRangeGridlinePaint(Look.GRID);
    }

    void dots(XYSeries series, Color colour, Shape shape) {
        int index = add(series, colour);
        renderer.setSeriesLinesVisible(index, false);
        renderer.setSeriesShapesVisible(index, true);
        renderer.setSeriesShape(index, shape);
    }

    void line(XYSeries series, Color colour) {
        line(series, colour, Look.LINE);
    }

    void line(XYSeries series, Color colour, Stroke stroke) {
        int index = add(series, colour);
        renderer.setSeriesShapesVisible(index, false);
        renderer.setSeriesStroke(index, stroke);
    }

    /** Dots on a line. */
    void beads(XYSeries series, Color colour, Shape shape) {
        int index = add(series, colour);
        renderer.setSeriesShapesVisible(index, true);
        renderer.setSeriesShape(index, shape);
        renderer.setSeriesStroke(index, Look.LINE);
    }

    boolean isEmpty() {
        return data.getSeriesCount() == 0;
    }

    XYPlot plot() {
        return plot;
    }

    static String legend(String name, Optional<Distribution> values) {
        double median = values.map(Distribution::p50).orElse(Double.NaN);
        return name + ", median " + Figures.of(median, Unit.MILLISECONDS);
    }

    private int add(XYSeries series, Color colour) {
        int index = data.getSeriesCount();
        data.addSeries(series);
        renderer.setSeriesPaint(index, colour);
        return index;
    }
}
