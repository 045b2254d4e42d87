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

    /** The picture as PNG; empty where there are too few runs for a trend. */
    public static Optional<byte[]> png(Trend trend) {
        return trend.points().size() < FEWEST
                ? Optional.empty()
                : Optional.of(Png.of(List.of(new TrendChart(trend).draw()), WIDTH, HEIGHT));
    }
}
