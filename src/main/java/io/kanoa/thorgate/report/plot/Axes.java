package io.kanoa.thorgate.report.plot;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;

/** Axes that suit their values. */
final class Axes {

    private static final double WIDE = 30;
    private static final double MARGIN = 1.25;

    private static final DecimalFormat PLAIN =
            new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT));

    private Axes() {}

    /** From zero, or logarithmic where the largest value is more than {@value #WIDE} times the smallest. */
    static ValueAxis positive(String label, double[]... values) {
        double[] known = Arrays.stream(values)
                .flatMapToDouble(DoubleStream::of)
                .filter(value -> Double.isFinite(value) && value > 0)
                .sorted()
                .toArray();
        if (known.length == 0 || known[known.length - 1] / known[0] < WIDE) {
            return linear(label, known.length == 0 ? 1 : known[known.length - 1]);
        }
        return logarithmic(label, known[0], known[known.length - 1]);
    }

    private static NumberAxis linear(String label, double longest) {
        NumberAxis axis = Look.axis(new NumberAxis(label));
        axis.setRange(0, longest * MARGIN);
        return axis;
    }

    private static LogAxis logarithmic(String label, double shortest, double longest) {
        LogAxis axis = Look.axis(new LogAxis(label + ", logarithmic"));
        axis.setRange(
                Math.min(shortest / MARGIN, decade(Math.floor(Math.log10(shortest)), shortest)), longest * MARGIN);
        axis.setTickUnit(new NumberTickUnit(1, (DecimalFormat) PLAIN.clone()));
        axis.setNumberFormatOverride((DecimalFormat) PLAIN.clone());
        axis.setMinorTickMarksVisible(true);
        return axis;
    }

    /** The power of ten below, if it is near enough to begin with. */
    private static double decade(double exponent, double shortest) {
        double below = Math.pow(10, exponent);
        return shortest / below < 3 ? below / MARGIN : shortest;
    }
}
