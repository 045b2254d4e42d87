package io.kanoa.thorgate.report.plot;

import io.kanoa.thorgate.history.compare.Trend;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.Figures;
import io.kanoa.thorgate.report.PlainText;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;

/**
 * A figure by run, oldest first: runs that can be compared with this one, those that cannot, those that were found a
 * regression, and this one; the levels between steps; upright lines where the key changed and where a level was accepted.
 */
final class TrendChart {

    private static final Shape DOT = new Ellipse2D.Double(-3, -3, 6, 6);
    private static final Shape LARGE = new Ellipse2D.Double(-5, -5, 10, 10);
    private static final int LONGEST_WORDS = 48;
    private static final RectangleInsets LOWEST = new RectangleInsets(3, 3, 3, 3);
    private static final RectangleInsets ABOVE_LOWEST = new RectangleInsets(3, 3, 19, 3);
    private static final double LEAST_MARGIN = 0.05;

    private final Trend trend;
    private final Unit unit;
    private final Chart chart;

    TrendChart(Trend trend) {
        this.trend = trend;
        this.unit = trend.series().metric().unit();
        this.chart = new Chart(runs(), values());
    }

    /** Not from zero: changes of a few percent are what matters here. */
    private NumberAxis values() {
        DoubleSummaryStatistics seen =
                trend.points().stream().mapToDouble(Trend.Point::value).summaryStatistics();
        double margin = Math.max((seen.getMax() - seen.getMin()) / 3, LEAST_MARGIN * seen.getMax());
        NumberAxis axis = Look.axis(new NumberAxis(unit.symbol()));
        axis.setAutoRangeIncludesZero(false);
        axis.setRange(Math.max(0, seen.getMin() - margin), seen.getMax() + margin);
        return axis;
    }

    JFreeChart draw() {
        int last = trend.points().size() - 1;
        dots("earlier runs", i -> i < last && at(i).comparable() && !at(i).regressed(), Look.BLUE, DOT);
        dots("not comparable", i -> !at(i).comparable(), Look.SKY, DOT);
        dots("found a regression", i -> i < last && at(i).regressed(), Look.VERMILLION, DOT);
        dots("this run", i -> i == last, at(last).regressed() ? Look.VERMILLION : Look.PURPLE, LARGE);
        levels();
        for (int i = 0; i <= last; i++) {
            upright(i, at(i).changed(), Look.INK, RectangleAnchor.BOTTOM_RIGHT, TextAnchor.BOTTOM_LEFT, LOWEST);
            String who = at(i).acknowledged();
            upright(
                    i,
                    who.isEmpty() ? "" : "accepted by " + who,
                    Look.GREEN,
                    RectangleAnchor.BOTTOM_RIGHT,
                    TextAnchor.BOTTOM_LEFT,
                    ABOVE_LOWEST);
            upright(
                    i,
                    String.join(", ", at(i).names()),
                    Look.ORANGE,
                    RectangleAnchor.TOP_RIGHT,
                    TextAnchor.TOP_LEFT,
                    LOWEST);
        }
        return Look.chart(trend.series().name() + " by run", chart.plot());
    }

    private Trend.Point at(int index) {
        return trend.points().get(index);
    }

    private void dots(String name, Predicate<Integer> which, Color colour, Shape shape) {
        XYSeries series = new XYSeries(name);
        IntStream.range(0, trend.points().size()).filter(which::test).forEach(i -> series.add(i + 1, at(i).value()));
        if (!series.isEmpty()) {
            chart.dots(series, colour, shape);
        }
    }

    private void levels() {
        List<Trend.Step> steps = trend.steps();
        if (Double.isFinite(trend.level())) {
            level(
                    "compared with " + Figures.of(trend.level(), unit),
                    1,
                    trend.points().size(),
                    trend.level(),
                    Look.GREEN);
        }
        for (int i = 0; i < steps.size(); i++) {
            Trend.Step step = steps.get(i);
            int end = i + 1 < steps.size()
                    ? steps.get(i + 1).at()
                    : trend.points().size();
            String name = "step " + (i + 1) + ": " + Figures.of(step.level(), unit);
            level(name, step.at() + 1, end, step.level(), step.change() > 0 ? Look.VERMILLION : Look.BLUE);
        }
    }

    private void level(String name, int from, int to, double value, Color colour) {
        XYSeries line = new XYSeries(name);
        line.add(from - 0.4, value);
        line.add(to + 0.4, value);
        chart.line(line, colour);
    }

    private void upright(
            int index, String words, Color colour, RectangleAnchor at, TextAnchor of, RectangleInsets offset) {
        if (words.isEmpty()) {
            return;
        }
        ValueMarker marker = new ValueMarker(index + 0.5, colour, Look.DASHES);
        marker.setLabel(PlainText.line(words, LONGEST_WORDS));
        marker.setLabelFont(Look.TEXT);
        marker.setLabelPaint(colour);
        marker.setLabelBackgroundColor(Look.CLEAR);
        marker.setLabelAnchor(at);
        marker.setLabelTextAnchor(of);
        marker.setLabelOffset(offset);
        chart.plot().addDomainMarker(marker);
    }

    private NumberAxis runs() {
        NumberAxis axis = Look.axis(new NumberAxis("run, oldest first"));
        axis.setRange(0, trend.points().size() + 1);
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        return axis;
    }
}
