package io.kanoa.thorgate.workload.image;

import io.kanoa.thorgate.stream.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes images of one size, each from a seed of its own: charts as PNG for even seeds, something like photographs as JPEG
 * for odd ones. The same seed gives the same picture; different seeds give pictures that differ all over, so that no cache of
 * images can answer for the engine.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record PictureMaker(int width, int height) {

    private static final float JPEG_QUALITY = 0.85f;

    /** The image of {@code seed}. */
    public Image image(long seed) {
        boolean isChart = (seed & 1) == 0;
        return isChart
                ? new Image(
                        "image/png", base64(png(Chart.draw(width, height, seed).image())))
                : new Image(
                        "image/jpeg",
                        base64(jpeg(Photograph.draw(width, height, seed).image())));
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            if (!ImageIO.write(image, "png", out)) {
                throw missing("PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an image could not be written as PNG", e);
        }
        return file.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        if (!writers.hasNext()) {
            throw missing("JPEG");
        }
        ImageWriter writer = writers.next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(JPEG_QUALITY);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, List.of(), null), how);
        } catch (IOException e) {
            throw new UncheckedIOException("an image could not be written as JPEG", e);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    private static IllegalStateException missing(String format) {
        return new IllegalStateException(
                "this Java runtime has no writer for " + format + ": install one with the module java.desktop");
    }

    private static String base64(byte[] file) {
        return Base64.getEncoder().encodeToString(file);
    }
}
