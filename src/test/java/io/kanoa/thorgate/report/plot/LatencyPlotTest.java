package io.kanoa.thorgate.report.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.SwapStrategy;
import io.kanoa.thorgate.report.SampleRows;
import io.kanoa.thorgate.workload.swap.CacheState;
import io.kanoa.thorgate.workload.swap.SwapCase;
import io.kanoa.thorgate.workload.swap.SwapTimes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class LatencyPlotTest {

    private static final Path PICTURES = Path.of("target", "plots-of-tests");

    @Test
    void answers_areDrawnWithDotsCurveAndTarget() throws IOException {
        BufferedImage image = picture("single", SampleRows.passed().evidence().orElseThrow());

        assertThat(colours(image)).contains(Look.BLUE.getRGB(), Look.VERMILLION.getRGB());
    }

    @Test
    void neighbours_areDrawnInTwoColours() throws IOException {
        BufferedImage image =
                picture("neighbours", SampleRows.missed().evidence().orElseThrow());

        assertThat(colours(image)).contains(Look.BLUE.getRGB(), Look.ORANGE.getRGB());
    }

    @Test
    void swaps_areDrawnPartByPart() throws IOException {
        BufferedImage image = picture("swaps", SampleRows.swapped().evidence().orElseThrow());

        assertThat(colours(image))
                .contains(
                        Look.SKY.getRGB(),
                        Look.ORANGE.getRGB(),
                        Look.BLUE.getRGB(),
                        Look.GREEN.getRGB(),
                        Look.PURPLE.getRGB(),
                        Look.VERMILLION.getRGB());
    }

    @Test
    void swapsInBothDirections_areTwoCharts_namedByTheStateOfTheFiles() throws IOException {
        List<SwapTimes> swaps = new ArrayList<>();
        for (SwapCase which : SwapCase.of(SwapStrategy.RESTART)) {
            for (int i = 0; i < 5; i++) {
                swaps.add(SampleRows.swap(which, which.state() == CacheState.COLD ? 1 + i * 0.1 : 0.5));
            }
        }
        BufferedImage image = picture(
                "swaps-both-ways",
                SampleRows.swapped(SwapStrategy.RESTART, swaps, Map.of())
                        .evidence()
                        .orElseThrow());

        assertThat(colours(image.getSubimage(0, 0, image.getWidth() / 2, image.getHeight())))
                .contains(Look.BLUE.getRGB());
        assertThat(colours(image.getSubimage(image.getWidth() / 2, 0, image.getWidth() / 2, image.getHeight())))
                .contains(Look.BLUE.getRGB());
    }

    @Test
    void manyRequests_withAFailedOne_stillMakeASmallPicture() throws IOException {
        Row row = SampleRows.passed().row();
        byte[] png = LatencyPlot.png(SampleRows.chat(row, 400, List.of())).orElseThrow();
        save("many", png);

        assertThat(png).hasSizeLessThan(150_000);
        assertThat(colours(ImageIO.read(new ByteArrayInputStream(png)))).contains(Look.VERMILLION.getRGB());
    }

    @Test
    void farTarget_isToldInsteadOfShrinkingTheValues() {
        Limit far = new Limit(800, "target < 800 ms");

        Scale scale = Scale.of(40, Optional.of(far));

        assertThat(scale.end()).isCloseTo(46, within(1e-9));
        assertThat(scale.marker()).isEmpty();
        assertThat(scale.axis("ms").getLabel()).isEqualTo("ms, target < 800 ms is off this scale");
    }

    @Test
    void decodeRateTarget_isDrawnAsTheGapThatItStandsFor() {
        assertThat(Limit.ofGap(SampleRows.passed().row())).contains(new Limit(20, "target > 50 tok/s: 20 ms"));
    }

    @Test
    void onlyFailedRequests_giveNoPicture() {
        assertThat(LatencyPlot.png(SampleRows.broken().evidence().orElseThrow()))
                .isEmpty();
    }

    @Test
    void nothingMeasured_givesNoPicture() {
        Evidence nothing = new Evidence(
                SampleRows.passed().row(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

        assertThat(LatencyPlot.png(nothing)).isEmpty();
    }

    private static BufferedImage picture(String name, Evidence evidence) throws IOException {
        byte[] png = LatencyPlot.png(evidence).orElseThrow();
        save(name, png);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(2 * LatencyPlot.WIDTH);
        assertThat(image.getHeight()).isEqualTo(2 * LatencyPlot.HEIGHT);
        assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
        return image;
    }

    private static void save(String name, byte[] png) throws IOException {
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".png"), png);
    }

    private static Set<Integer> colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }
}
