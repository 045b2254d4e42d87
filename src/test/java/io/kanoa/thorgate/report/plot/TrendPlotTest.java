package io.kanoa.thorgate.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.history.compare.Comparisons;
import io.kanoa.thorgate.history.compare.Trend;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TrendPlotTest {

    @Test
    void trend_showsRuns_stepsAndThisOne() throws IOException {
        Trend trend = Comparisons.regressed("ada <b>").trends().get(0);
        byte[] png = TrendPlot.png(trend).orElseThrow();
        Path pictures = Files.createDirectories(Path.of("target", "plots-of-tests"));
        Files.write(pictures.resolve("trend.png"), png);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        for (Color colour : List.of(Look.BLUE, Look.SKY, Look.VERMILLION, Look.GREEN, Look.ORANGE)) {
            assertThat(has(image, colour)).as(colour.toString()).isTrue();
        }
        assertThat(png).hasSizeLessThan(100_000);
    }

    @Test
    void twoRuns_areNoTrend() {
        Trend trend = Comparisons.regressed("ada").trends().get(0);

        assertThat(TrendPlot.png(
                        new Trend(trend.row(), trend.series(), trend.points().subList(0, 2), List.of(), Double.NaN)))
                .isEmpty();
    }

    private static boolean has(BufferedImage image, Color colour) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) == colour.getRGB()) {
                    return true;
                }
            }
        }
        return false;
    }
}
