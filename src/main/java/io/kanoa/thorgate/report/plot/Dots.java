package io.kanoa.thorgate.report.plot;

import java.util.stream.IntStream;
import org.jfree.data.xy.XYSeries;

/** One dot a request: of very many, the lowest and the highest of each few. */
final class Dots {

    private static final int MOST = 160;

    private final Panel.Trace dots;

    private Dots(Panel.Trace dots) {
        this.dots = dots;
    }

    /**
     * @param values one a request; NaN has no dot
     * @param first number of the first request
     */
    static Dots of(double[] values, int first) {
        int[] known = IntStream.range(0, values.length)
                .filter(i -> Double.isFinite(values[i]))
                .toArray();
        return new Dots(new Panel.Trace(
                        IntStream.of(known).mapToDouble(i -> first + i).toArray(),
                        IntStream.of(known).mapToDouble(i -> values[i]).toArray())
                .thinned(MOST));
    }

    void addTo(XYSeries series) {
        for (int i = 0; i < dots.values().length; i++) {
            series.add(dots.at()[i], dots.values()[i]);
        }
    }
}
