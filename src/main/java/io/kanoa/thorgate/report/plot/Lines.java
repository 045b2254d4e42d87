package io.kanoa.thorgate.report.plot;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.chart.util.ShapeUtils;
import org.jfree.data.xy.XYSeries;

/** A chart with one line for each name, from the top, and marks on it. */
final class Lines {

    static final Shape DOT = new Ellipse2D.Double(-4, -4, 8, 8);
    static final Shape DIAMOND = ShapeUtils.createDiamond(4.5f);
    static final Shape TRIANGLE = ShapeUtils.createUpTriangle(4.5f);
    static final Shape BAR = new Rectangle2D.Double(-1.2, -7, 2.4, 14);

    private static final int LINE_HEIGHT = 24;
    private static final int AROUND = 86;

    private final List<String> names;
    private final Chart chart;

    Lines(List<String> names, ValueAxis x) {
        this.names = List.copyOf(names);
        SymbolAxis axis = Look.axis(new SymbolAxis(null, names.toArray(String[]::new)));
        axis.setInverted(true);
        axis.setGridBandsVisible(false);
        axis.setRange(-0.6, names.size() - 0.4);
        this.chart = new Chart(x, axis);
    }

    /** A mark on each line at its value; none where that is not known. */
    void marks(String name, double[] values, Color colour, Shape shape) {
        XYSeries series = new XYSeries(name, false, true);
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                series.add(values[i], i);
            }
        }
        if (!series.isEmpty()) {
            chart.dots(series, colour, shape);
        }
    }

    /** A stroke on each line between two values; none where one is not known. */
    void spans(String name, double[] from, double[] to, Color colour) {
        XYSeries series = new XYSeries(name, false, true);
        for (int i = 0; i < from.length; i++) {
            if (Double.isFinite(from[i]) && Double.isFinite(to[i])) {
                series.add(from[i], i);
                series.add(to[i], i);
                series.add(to[i], Double.NaN);
            }
        }
        if (!series.isEmpty()) {
            chart.line(series, colour);
        }
    }

    void upright(double at, String words) {
        ValueMarker marker = Look.dashes(at, words);
        marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
        chart.plot().addDomainMarker(marker);
    }

    Drawing draw(String title) {
        JFreeChart drawn = Look.chart(title, chart.plot());
        return Drawing.of(drawn, AROUND + LINE_HEIGHT * names.size());
    }
}
