package io.kanoa.thorgate.workload.image;

import java.util.SplittableRandom;

/** Value noise: random numbers on a grid, and smooth passages between them. */
final class SmoothNoise {

    private final int cells;
    private final double[] grid;

    /** @param cells along each side */
    SmoothNoise(int cells, SplittableRandom random) {
        this.cells = cells;
        this.grid = random.doubles((long) (cells + 1) * (cells + 1)).toArray();
    }

    /** @return 0 to 1, at a place from 0 to below 1 on each side */
    double at(double across, double down) {
        double x = across * cells;
        double y = down * cells;
        int column = (int) x;
        int row = (int) y;
        double upper = between(value(column, row), value(column + 1, row), x - column);
        double lower = between(value(column, row + 1), value(column + 1, row + 1), x - column);
        return between(upper, lower, y - row);
    }

    private double value(int column, int row) {
        return grid[row * (cells + 1) + column];
    }

    private static double between(double from, double to, double share) {
        double smooth = share * share * (3 - 2 * share);
        return from + (to - from) * smooth;
    }
}
