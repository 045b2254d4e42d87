package io.kanoa.thorgate.report.plot;

import io.kanoa.thorgate.history.compare.Trend;
import java.util.List;
import java.util.Optional;

/** A small picture of one figure over runs. */
public final class TrendPlot {

    /** Width at which the picture is meant to be shown, in CSS pixels. */
    public static final int WIDTH = 900;

    /** Height at which the picture is meant to be shown, in CSS pixels. */
    public static final int HEIGHT = 240;

    private static final int FEWEST = 3;

    private TrendPlot() {}

    /** Whether there are enough runs for a trend. */
    public static boolean isDrawn(Trend trend) {
        return trend.points().size() >= FEWEST;
    }

    /** The picture for a page; empty where there are too few runs for a trend. */
    public static Optional<Drawing> drawing(Trend trend) {
        return isDrawn(trend) ? Optional.of(Drawing.of(new TrendChart(trend).draw(), WIDTH, HEIGHT)) : Optional.empty();
    }

    /** The picture as PNG; empty where there are too few runs for a trend. */
    public static Optional<byte[]> png(Trend trend) {
        return isDrawn(trend)
                ? Optional.of(Png.of(List.of(new TrendChart(trend).draw()), WIDTH, HEIGHT))
                : Optional.empty();
    }
}
