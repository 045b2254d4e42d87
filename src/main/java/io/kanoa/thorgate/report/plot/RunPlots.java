package io.kanoa.thorgate.report.plot;

import java.awt.Color;
import java.awt.Shape;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.xy.XYSeries;

/** Plots that hold rows of a run against each other. */
public final class RunPlots {

    private static final Color[] COLOURS = {Look.BLUE, Look.ORANGE, Look.GREEN, Look.PURPLE, Look.VERMILLION, Look.SKY};

    /**
     * How far a row's decode rate reaches, all in tokens a second; NaN where it is not known.
     *
     * @param lower 95 % bound of the measured value
     * @param upper 95 % bound of the measured value
     */
    public record Reach(String row, double measured, double lower, double upper, double target, double ceiling) {}

    /** Quantiles of a row's times in milliseconds, and its target; NaN where there is none. */
    public record Quantiles(String row, double p50, double p95, double p99, double target) {}

    /**
     * A model's decode rate over positions in the context.
     *
     * @param measured tokens a second by position
     * @param ceilings tokens a second by position; empty where they are not known
     */
    public record Curve(String name, Map<Double, Double> measured, Map<Double, Double> ceilings) {}

    /** How the better engine stands to the next, metric by metric: 1 is no difference. */
    public record Ratio(String metric, double value, double lower, double upper) {}

    private RunPlots() {}

    /** The roofline of one stream: what each row reached of what bandwidth allows, and what was asked. */
    public static Drawing roofline(List<Reach> rows) {
        double[] measured = values(rows, Reach::measured);
        double[] targets = values(rows, Reach::target);
        double[] ceilings = values(rows, Reach::ceiling);
        Lines lines = new Lines(
                rows.stream().map(Reach::row).toList(),
                Axes.positive("tok/s of one stream", measured, targets, ceilings));
        lines.marks("measured", measured, Look.BLUE, Lines.DOT);
        lines.marks("target", targets, Look.VERMILLION, Lines.TRIANGLE);
        lines.marks("ceiling by physics", ceilings, Look.INK, Lines.BAR);
        lines.spans("95 % bounds", values(rows, Reach::lower), values(rows, Reach::upper), Look.SKY);
        return lines.draw("Decode rate: measured, target, ceiling");
    }

    /** How times spread, row by row. */
    public static Drawing quantiles(String title, List<Quantiles> rows) {
        double[] p50 = values(rows, Quantiles::p50);
        double[] p95 = values(rows, Quantiles::p95);
        double[] p99 = values(rows, Quantiles::p99);
        double[] targets = values(rows, Quantiles::target);
        Lines lines =
                new Lines(rows.stream().map(Quantiles::row).toList(), Axes.positive("ms", p50, p95, p99, targets));
        lines.marks("median", p50, Look.BLUE, Lines.DOT);
        lines.marks("p95", p95, Look.ORANGE, Lines.DIAMOND);
        lines.marks("p99", p99, Look.INK, Lines.BAR);
        lines.marks("target", targets, Look.VERMILLION, Lines.TRIANGLE);
        lines.spans("median to p99", p50, p99, Look.SKY);
        return lines.draw(title);
    }

    /** What longer contexts cost. */
    public static Drawing contexts(List<Curve> curves) {
        double highest = curves.stream()
                .flatMap(curve -> Stream.concat(curve.measured().values().stream(), curve.ceilings().values().stream()))
                .mapToDouble(rate -> rate)
                .max()
                .orElse(1);
        NumberAxis positions = Look.axis(new NumberAxis("position in the context, tokens"));
        NumberAxis rates = Look.axis(new NumberAxis("tok/s"));
        rates.setRange(0, 1.1 * highest);
        Chart chart = new Chart(positions, rates);
        for (int i = 0; i < curves.size(); i++) {
            chart.beads(series(curves.get(i).name(), curves.get(i).measured()), COLOURS[i % COLOURS.length], shape(i));
        }
        curves.stream()
                .filter(curve -> !curve.ceilings().isEmpty())
                .forEach(curve ->
                        chart.line(series(curve.name() + ", ceiling", curve.ceilings()), Look.INK, Look.DASHES));
        return Drawing.of(Look.chart("Decode rate by position in the context", chart.plot()));
    }

    /** Engines against each other. */
    public static Drawing ratios(String title, List<Ratio> ratios) {
        double[] values = values(ratios, Ratio::value);
        double[] upper = values(ratios, Ratio::upper);
        Lines lines = new Lines(
                ratios.stream().map(Ratio::metric).toList(),
                Axes.positive("the better by the next best: 1 is no difference", values, upper, new double[] {1}));
        lines.marks("ratio", values, Look.BLUE, Lines.DOT);
        lines.spans("95 % interval", values(ratios, Ratio::lower), upper, Look.SKY);
        lines.upright(1, "");
        return lines.draw(title);
    }

    private static Shape shape(int i) {
        return i % 2 == 0 ? Lines.DOT : Lines.DIAMOND;
    }

    private static XYSeries series(String name, Map<Double, Double> points) {
        XYSeries series = new XYSeries(name);
        points.forEach(series::add);
        return series;
    }

    private static <T> double[] values(List<T> rows, ToDoubleFunction<T> value) {
        return rows.stream().mapToDouble(value).toArray();
    }
}
