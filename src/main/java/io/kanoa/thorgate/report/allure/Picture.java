package io.kanoa.thorgate.report.allure;

import io.kanoa.thorgate.history.compare.Trend;
import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.plot.LatencyPlot;
import io.kanoa.thorgate.report.plot.SteadinessPlot;
import io.kanoa.thorgate.report.plot.TrendPlot;
import java.util.Base64;
import java.util.stream.Collectors;

/** The row's plots inside its page. A machine that can't draw, one without fonts, gets a sentence instead. */
final class Picture {

    private Picture() {}

    static String html(RowResult result) {
        return result.evidence().map(evidence -> html(result, evidence)).orElse("");
    }

    private static String html(RowResult result, Evidence evidence) {
        try {
            return LatencyPlot.png(evidence)
                            .map(png -> image("Latency of the row's answers", LatencyPlot.WIDTH, png))
                            .orElse("")
                    + steadiness(result, evidence)
                    + trends(result);
        } catch (RuntimeException | InternalError | LinkageError e) {
            return Html.element("p", "No plot: this machine can't draw one (" + e + "). Is fontconfig installed?");
        }
    }

    private static String steadiness(RowResult result, Evidence evidence) {
        return result.course()
                .steadiness()
                .flatMap(steadiness -> SteadinessPlot.png(evidence, steadiness))
                .map(png -> image("Decode rate by request", SteadinessPlot.WIDTH, png))
                .orElse("");
    }

    private static String trends(RowResult result) {
        return result.comparison().trends().stream().map(Picture::trend).collect(Collectors.joining());
    }

    private static String trend(Trend trend) {
        return TrendPlot.png(trend)
                .map(png -> image(Html.text(trend.series().name()) + " by run", TrendPlot.WIDTH, png))
                .orElse("");
    }

    private static String image(String what, int width, byte[] png) {
        return "<p><img alt=\"" + what + "\" width=\"" + width
                + "\" style=\"max-width:100%\" src=\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(png) + "\"></p>";
    }
}
