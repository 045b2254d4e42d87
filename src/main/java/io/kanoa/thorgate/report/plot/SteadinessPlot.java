package io.kanoa.thorgate.report.plot;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.verdict.Steadiness;
import java.util.List;
import java.util.Optional;

/** A small picture of whether a row's speed was steady: the decode rate of each request, warm-up included. */
public final class SteadinessPlot {

    /** Width at which the picture is meant to be shown, in CSS pixels. */
    public static final int WIDTH = 900;

    /** Height at which the picture is meant to be shown, in CSS pixels. */
    public static final int HEIGHT = 220;

    private SteadinessPlot() {}

    /** The picture as PNG; empty where no measured answer has a decode rate. */
    public static Optional<byte[]> png(Evidence evidence, Steadiness steadiness) {
        DecodeRates rates = DecodeRates.of(evidence);
        return rates.hasMeasured()
                ? Optional.of(
                        Png.of(List.of(new DecodeRateChart(rates, SpeedTrend.of(steadiness)).draw()), WIDTH, HEIGHT))
                : Optional.empty();
    }
}
