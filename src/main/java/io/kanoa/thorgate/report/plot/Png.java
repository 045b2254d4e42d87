package io.kanoa.thorgate.report.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jfree.chart.JFreeChart;

/** Charts as a picture with twice as many pixels as it is meant to be shown with. */
final class Png {

    private static final int SCALE = 2;

    private Png() {}

    /** The charts side by side, {@code width} and {@code height} in CSS pixels. */
    static byte[] of(List<JFreeChart> charts, int width, int height) {
        BufferedImage image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.scale(SCALE, SCALE);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        double each = (double) width / charts.size();
        for (int i = 0; i < charts.size(); i++) {
            charts.get(i).draw(pen, new Rectangle2D.Double(i * each, 0, each, height));
        }
        pen.dispose();
        return encode(image);
    }

    private static byte[] encode(BufferedImage image) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        // In memory: the usual cache is a temporary file, which a kill would leave.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't encode a plot as PNG", e);
        }
        return png.toByteArray();
    }
}
