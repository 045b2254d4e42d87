package io.kanoa.thorgate.report.plot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Plots of one row. */
public final class RowPlots {

    private RowPlots() {}

    /** Time to first token, request by request. */
    public static Drawing firstTokens(Optional<Limit> limit, Map<String, Answers> answers) {
        return Drawing.of(new FirstTokenChart(limit, answers).draw());
    }

    /**
     * How times spread.
     *
     * @param counted what is counted, e.g. {@code gaps}
     * @param sorted milliseconds in rising order, by what they are of
     */
    public static Drawing spread(String title, String counted, Optional<Limit> limit, Map<String, double[]> sorted) {
        return Drawing.of(new SpreadChart(title, counted, limit, sorted).draw());
    }

    /** The decode rate of each request, warm-up included. */
    public static Drawing speed(DecodeRates rates, SpeedTrend trend) {
        return Drawing.of(new DecodeRateChart(rates, trend).draw());
    }

    /**
     * Where the time of each swap goes, a plot for each direction.
     *
     * @param limits by direction
     */
    public static List<Drawing> swaps(List<SwapParts> swaps, Function<String, Optional<Limit>> limits) {
        return SwapChart.draw(swaps, limits).stream().map(Drawing::of).toList();
    }

    /** What the sensors read, with what is asked and what slowed down. */
    public static Drawing sensors(List<Panel> panels, List<Stretch> requests, List<Stretch> throttled) {
        return new SensorChart(panels, requests, throttled).draw();
    }
}
