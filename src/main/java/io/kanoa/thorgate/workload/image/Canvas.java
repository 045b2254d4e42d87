package io.kanoa.thorgate.workload.image;

import java.awt.image.BufferedImage;

/**
 * Draws into pixels, without anything of the machine's graphics or fonts, so that the same picture comes out everywhere.
 * What lies outside is left out. Colours are {@code 0xRRGGBB}.
 */
final class Canvas {

    private final int width;
    private final int height;
    private final int[] pixels;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    void set(int x, int y, int colour) {
        if (x >= 0 && x < width && y >= 0 && y < height) {
            pixels[y * width + x] = colour;
        }
    }

    int at(int x, int y) {
        return pixels[y * width + x];
    }

    void fill(int left, int top, int wide, int high, int colour) {
        for (int y = top; y < top + high; y++) {
            for (int x = left; x < left + wide; x++) {
                set(x, y, colour);
            }
        }
    }

    void line(double x1, double y1, double x2, double y2, int thick, int colour) {
        int steps = (int) Math.ceil(Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1))) + 1;
        for (int i = 0; i <= steps; i++) {
            double along = (double) i / steps;
            int x = (int) Math.round(x1 + (x2 - x1) * along);
            int y = (int) Math.round(y1 + (y2 - y1) * along);
            fill(x - thick / 2, y - thick / 2, thick, thick, colour);
        }
    }

    void disc(int middleX, int middleY, int radius, int colour) {
        for (int y = -radius; y <= radius; y++) {
            int half = (int) Math.sqrt((double) radius * radius - (double) y * y);
            fill(middleX - half, middleY + y, 2 * half + 1, 1, colour);
        }
    }

    /** Numbers, each of their strokes {@code thick} pixels wide; 4 strokes wide and 7 high, and one apart. */
    void digits(int left, int top, int thick, int number, int colour) {
        String text = String.valueOf(number);
        for (int i = 0; i < text.length(); i++) {
            digit(left + 5 * thick * i, top, thick, text.charAt(i) - '0', colour);
        }
    }

    private void digit(int left, int top, int thick, int digit, int colour) {
        for (int segment = 0; segment < Segments.COUNT; segment++) {
            if (Segments.lit(digit, segment)) {
                Segments.Bar bar = Segments.bar(segment);
                fill(left + bar.x() * thick, top + bar.y() * thick, bar.wide() * thick, bar.high() * thick, colour);
            }
        }
    }

    BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }
}
