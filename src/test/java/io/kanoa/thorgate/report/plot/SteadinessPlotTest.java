package io.kanoa.thorgate.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.metrics.Throttled;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.report.SampleRows;
import io.kanoa.thorgate.verdict.Steadiness;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SteadinessPlotTest {

    private static final Path PICTURES = Path.of("target", "plots-of-tests");
    private static final Row ROW = SampleRows.passed().row();

    @Test
    void steadyRow_showsWarmUpRequestsAndTrend() throws IOException {
        byte[] png = png("steady", SampleRows.chat(ROW, 40, List.of()), Steadiness.of(flat(), Throttled.NEVER));

        assertThat(has(png, Look.ORANGE.getRGB())).isTrue();
        assertThat(has(png, Look.BLUE.getRGB())).isTrue();
        assertThat(has(png, Look.GREEN.getRGB())).isTrue();
        assertThat(has(png, Look.VERMILLION.getRGB())).isFalse();
        assertThat(png).hasSizeLessThan(60_000);
    }

    @Test
    void unsteadyRow_showsWhy() throws IOException {
        double[] jump = DoubleStream.concat(
                        DoubleStream.of(flat()).limit(25),
                        DoubleStream.of(flat()).limit(15).map(v -> 2 * v))
                .toArray();

        byte[] png = png("unsteady", SampleRows.chat(ROW, 40, List.of()), Steadiness.of(jump, Throttled.NEVER));

        assertThat(has(png, Look.VERMILLION.getRGB())).isTrue();
    }

    @Test
    void rowWithoutAnswers_hasNoPicture() {
        Evidence broken = SampleRows.broken().evidence().orElseThrow();

        assertThat(SteadinessPlot.png(broken, Steadiness.of(new double[0], Throttled.NEVER)))
                .isEmpty();
    }

    private static double[] flat() {
        return DoubleStream.iterate(0, i -> i + 1)
                .limit(40)
                .map(i -> 100 + i % 3)
                .toArray();
    }

    private static byte[] png(String name, Evidence evidence, Steadiness steadiness) throws IOException {
        byte[] png = SteadinessPlot.png(evidence, steadiness).orElseThrow();
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve("steadiness-" + name + ".png"), png);
        return png;
    }

    private static boolean has(byte[] png, int colour) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                if (image.getRGB(x, y) == colour) {
                    return true;
                }
            }
        }
        return false;
    }
}
