package io.kanoa.thorgate.workload.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.stream.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureMakerTest {

    private static final PictureMaker MAKER = new PictureMaker(320, 200);

    @ParameterizedTest
    @CsvSource({"16, 16", "17, 400", "640, 480", "1024, 33"})
    void images_haveTheAskedSize(int width, int height) throws IOException {
        for (long seed = 0; seed < 6; seed++) {
            BufferedImage image = decoded(new PictureMaker(width, height).image(seed));

            assertThat(image.getWidth()).isEqualTo(width);
            assertThat(image.getHeight()).isEqualTo(height);
        }
    }

    @Test
    void sameSeed_isTheSameImage_andOthersAreOthers() {
        Set<String> files = new HashSet<>();
        for (long seed = -20; seed < 20; seed++) {
            files.add(MAKER.image(seed).base64());
        }

        assertThat(files)
                .hasSize(40)
                .contains(MAKER.image(7).base64(), MAKER.image(-8).base64());
    }

    @Test
    void evenSeeds_areChartsAsPng_oddOnesPhotographsAsJpeg() {
        assertThat(MAKER.image(4).mediaType()).isEqualTo("image/png");
        assertThat(MAKER.image(4).base64()).startsWith("iVBORw0KGgo");
        assertThat(MAKER.image(-3).mediaType()).isEqualTo("image/jpeg");
        assertThat(MAKER.image(-3).base64()).startsWith("/9j/");
    }

    @Test
    void chart_isMostlyPaper_withColoursOnIt() throws IOException {
        Set<Integer> colours = colours(decoded(MAKER.image(4)));

        assertThat(colours).contains(0xffffffff, 0xff303030).hasSizeBetween(4, 12);
    }

    /** Neighbouring pixels are alike, distant ones are not, and there are thousands of colours. */
    @Test
    void photograph_changesSmoothly() throws IOException {
        BufferedImage image = decoded(MAKER.image(5));
        double near = 0;
        double far = 0;
        for (int x = 0; x < 200; x++) {
            near += difference(image, x, x + 1);
            far += difference(image, x, x + 100);
        }

        assertThat(colours(image)).hasSizeGreaterThan(2000);
        assertThat(far).isGreaterThan(2 * near);
    }

    private static double difference(BufferedImage image, int x, int otherX) {
        return Math.abs((image.getRGB(x, 90) & 255) - (image.getRGB(otherX, 90) & 255));
    }

    private static Set<Integer> colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }

    private static BufferedImage decoded(Image image) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(image.base64())));
    }
}
