package io.kanoa.thorgate.report.plot;

import java.util.Optional;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;

/**
 * An axis from zero that shows all values, and the limit too unless that is so far off that the values would shrink to
 * nothing; then the axis says so.
 *
 * @param end of the axis
 * @param limit to be shown or told
 */
record Scale(double end, Optional<Limit> limit) {

    private static final double FAR = 3;
    private static final double HEADROOM = 1.15;
    private static final double SMALLEST = 1e-3;

    static Scale of(double longest, Optional<Limit> limit) {
        double near =
                limit.map(Limit::value).filter(value -> value < FAR * longest).orElse(0.0);
        return new Scale(HEADROOM * Math.max(Math.max(near, longest), SMALLEST), limit);
    }

    NumberAxis axis(String label) {
        String far = limit.filter(l -> !shows(l))
                .map(l -> ", " + l.words() + " is off this scale")
                .orElse("");
        NumberAxis axis = Look.axis(new NumberAxis(label + far));
        axis.setRange(0, end);
        return axis;
    }

    /** A dashed line at the limit, if the axis reaches so far; its label is still to be placed. */
    Optional<ValueMarker> marker() {
        return limit.filter(this::shows).map(Scale::dashes);
    }

    private boolean shows(Limit limit) {
        return limit.value() <= end;
    }

    private static ValueMarker dashes(Limit limit) {
        return Look.dashes(limit.value(), limit.words());
    }
}
