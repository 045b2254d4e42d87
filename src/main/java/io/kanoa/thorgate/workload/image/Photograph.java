package io.kanoa.thorgate.workload.image;

import java.util.SplittableRandom;

/** Something like a photograph: light that changes smoothly at several scales, some shapes, and the grain of a sensor. */
final class Photograph {

    private static final int[] CELLS = {3, 9, 40};
    private static final double[] WEIGHTS = {0.6, 0.28, 0.12};
    private static final int SHAPES = 6;
    private static final int GRAIN = 7;

    private final Canvas canvas;
    private final SplittableRandom random;

    private Photograph(int width, int height, long seed) {
        this.canvas = new Canvas(width, height);
        this.random = new SplittableRandom(seed);
    }

    static Canvas draw(int width, int height, long seed) {
        Photograph photograph = new Photograph(width, height, seed);
        photograph.light();
        for (int i = 0; i < SHAPES; i++) {
            photograph.shape();
        }
        photograph.grain();
        return photograph.canvas;
    }

    /** Each colour for itself. */
    private void light() {
        SmoothNoise[][] noise = new SmoothNoise[3][CELLS.length];
        for (SmoothNoise[] channel : noise) {
            for (int i = 0; i < CELLS.length; i++) {
                channel[i] = new SmoothNoise(CELLS[i], random);
            }
        }
        for (int y = 0; y < canvas.height(); y++) {
            for (int x = 0; x < canvas.width(); x++) {
                double across = (double) x / canvas.width();
                double down = (double) y / canvas.height();
                canvas.set(
                        x,
                        y,
                        value(noise[0], across, down) << 16
                                | value(noise[1], across, down) << 8
                                | value(noise[2], across, down));
            }
        }
    }

    private static int value(SmoothNoise[] octaves, double across, double down) {
        double sum = 0;
        for (int i = 0; i < octaves.length; i++) {
            sum += WEIGHTS[i] * octaves[i].at(across, down);
        }
        return (int) (255 * sum);
    }

    private void shape() {
        int x = random.nextInt(canvas.width());
        int y = random.nextInt(canvas.height());
        int size = random.nextInt(2, Math.max(3, Math.min(canvas.width(), canvas.height()) / 4));
        int colour = random.nextInt(1 << 24);
        if (random.nextBoolean()) {
            canvas.disc(x, y, size / 2, colour);
        } else {
            canvas.fill(x, y, size, random.nextInt(2, 2 * size), colour);
        }
    }

    private void grain() {
        for (int y = 0; y < canvas.height(); y++) {
            for (int x = 0; x < canvas.width(); x++) {
                int colour = canvas.at(x, y);
                int by = random.nextInt(2 * GRAIN + 1) - GRAIN;
                canvas.set(
                        x,
                        y,
                        moved(colour >> 16 & 255, by) << 16
                                | moved(colour >> 8 & 255, by) << 8
                                | moved(colour & 255, by));
            }
        }
    }

    private static int moved(int value, int by) {
        return Math.max(0, Math.min(255, value + by));
    }
}
