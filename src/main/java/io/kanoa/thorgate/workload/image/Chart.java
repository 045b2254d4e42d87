package io.kanoa.thorgate.workload.image;

import java.util.SplittableRandom;

/** A chart: axes with numbers, bars of several colours, and a line over them. */
final class Chart {

    private static final int PAPER = 0xffffff;
    private static final int INK = 0x303030;
    private static final int GRID = 0xdddddd;
    private static final int[] COLOURS = {0x1f77b4, 0xff7f0e, 0x2ca02c, 0xd62728, 0x9467bd, 0x8c564b};
    private static final int GRID_LINES = 5;

    private final Canvas canvas;
    private final SplittableRandom random;
    private final int thick;
    private final int left;
    private final int bottom;

    private Chart(int width, int height, long seed) {
        this.canvas = new Canvas(width, height);
        this.random = new SplittableRandom(seed);
        this.thick = Math.max(1, Math.min(width, height) / 200);
        this.left = width / 10;
        this.bottom = height - height / 10;
    }

    static Canvas draw(int width, int height, long seed) {
        Chart chart = new Chart(width, height, seed);
        chart.paper();
        chart.bars(chart.random.nextInt(4, 13));
        chart.curve(chart.random.nextInt(6, 21));
        return chart.canvas;
    }

    private void paper() {
        canvas.fill(0, 0, canvas.width(), canvas.height(), PAPER);
        for (int i = 0; i <= GRID_LINES; i++) {
            int y = bottom - (bottom - top()) * i / GRID_LINES;
            canvas.line(left, y, right(), y, thick, i == 0 ? INK : GRID);
            canvas.digits(thick, y - 4 * thick, thick, random.nextInt(10, 1000), INK);
        }
        canvas.line(left, top(), left, bottom, thick, INK);
    }

    private void bars(int count) {
        int pitch = Math.max(2, (right() - left) / count);
        for (int i = 0; i < count; i++) {
            int high = random.nextInt(1, Math.max(2, bottom - top()));
            int x = left + i * pitch + pitch / 6;
            canvas.fill(x, bottom - high, pitch * 2 / 3, high, COLOURS[random.nextInt(COLOURS.length)]);
            canvas.digits(x, bottom + 2 * thick, thick, random.nextInt(100), INK);
        }
    }

    private void curve(int points) {
        int colour = COLOURS[random.nextInt(COLOURS.length)];
        double x = left;
        double y = height();
        for (int i = 1; i <= points; i++) {
            double nextX = left + (double) (right() - left) * i / points;
            double nextY = height();
            canvas.line(x, y, nextX, nextY, 2 * thick, colour);
            canvas.disc((int) nextX, (int) nextY, 3 * thick, INK);
            x = nextX;
            y = nextY;
        }
    }

    private double height() {
        return top() + random.nextDouble() * (bottom - top());
    }

    private int top() {
        return canvas.height() / 20;
    }

    private int right() {
        return canvas.width() - canvas.width() / 20;
    }
}
