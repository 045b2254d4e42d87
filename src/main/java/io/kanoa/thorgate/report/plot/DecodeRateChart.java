package io.kanoa.thorgate.report.plot;

import io.kanoa.thorgate.metrics.Distribution;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.Arrays;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;

/**
 * The decode rate of each request in order, a dashed line where warm-up ends and measuring begins, and the trend: the line
 * through the median that drifts as Theil's and Sen's slope says. Lines show where unlike first values or a step were found,
 * if that made the series unsteady.
 */
final class DecodeRateChart {

    private static final double LINE_HEIGHT = 16;
    private static final Shape DOT = new Ellipse2D.Double(-2, -2, 4, 4);

    private final DecodeRates rates;
    private final SpeedTrend trend;
    private final Chart chart;

    DecodeRateChart(DecodeRates rates, SpeedTrend trend) {
        this.rates = rates;
        this.trend = trend;
        this.chart = new Chart(
                requests(), Scale.of(rates.highest(), Optional.empty()).axis("tok/s"));
    }

    JFreeChart draw() {
        dots("warm-up", rates.warmUp(), 0, Look.ORANGE);
        dots("measured", rates.measured(), rates.warmUp().length, Look.BLUE);
        chart.line(line(), Look.GREEN);
        upright(rates.warmUp().length, "measured from here", Look.INK, 0);
        if (!trend.markWords().isEmpty()) {
            upright(rates.warmUp().length + trend.markBehind(), trend.markWords(), Look.VERMILLION, LINE_HEIGHT);
        }
        return Look.chart("Decode rate by request: " + trend.words(), chart.plot());
    }

    private void dots(String name, double[] values, int before, Color colour) {
        XYSeries series = new XYSeries(name);
        Dots.of(values, before + 1).addTo(series);
        chart.dots(series, colour, DOT);
    }

    private XYSeries line() {
        int skipped = Math.min(trend.warmUp(), rates.measured().length);
        double median = Distribution.of(Arrays.copyOfRange(rates.measured(), skipped, rates.measured().length))
                .map(Distribution::p50)
                .orElse(Double.NaN);
        double half = median * trend.drift() / 2;
        XYSeries line = new XYSeries("trend");
        line.add(rates.warmUp().length + skipped + 1, median - half);
        line.add(requestCount(), median + half);
        return line;
    }

    /** @param above the axis by so much, so that words don't lie on each other */
    private void upright(int behind, String words, Color colour, double above) {
        ValueMarker marker = Look.dashes(behind + 0.5, words);
        marker.setPaint(colour);
        marker.setLabelOffset(new RectangleInsets(3, 3, 3 + above, 3));
        boolean hasRoomBehind = behind <= requestCount() / 2;
        marker.setLabelAnchor(hasRoomBehind ? RectangleAnchor.BOTTOM_RIGHT : RectangleAnchor.BOTTOM_LEFT);
        marker.setLabelTextAnchor(hasRoomBehind ? TextAnchor.BOTTOM_LEFT : TextAnchor.BOTTOM_RIGHT);
        chart.plot().addDomainMarker(marker);
    }

    private int requestCount() {
        return rates.warmUp().length + rates.measured().length;
    }

    private NumberAxis requests() {
        NumberAxis axis = Look.axis(new NumberAxis("request, in order"));
        axis.setRange(0, requestCount() + 1);
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        return axis;
    }
}
