package io.kanoa.thorgate.verdict;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * At which level a one-sided test is done at each look so that all looks together err with {@code alpha}, of which
 * {@code alpha * n / N} may be spent by look {@code n} (Lan and DeMets 1983). The sums that such tests look at behave as a
 * Brownian motion; its distribution over rows that have not crossed yet is carried from look to look on a grid. A t-test
 * at these levels is the usual way to use them when the variance is estimated.
 */
final class SpendingLevels {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double RANGE = 5;
    private static final int CELLS_PER_STEP = 8;

    private final double width;
    private final int cells;
    private double[] alive;

    private SpendingLevels(double shortestStep) {
        this.width = shortestStep / CELLS_PER_STEP;
        this.cells = 2 * (int) Math.ceil(RANGE / width) + 1;
        this.alive = new double[cells];
        this.alive[cells / 2] = 1;
    }

    /** One level a look; for a single look {@code alpha} itself. */
    static double[] of(int[] looks, double alpha) {
        if (looks.length == 1) {
            return new double[] {alpha};
        }
        double[] times = Arrays.stream(looks)
                .mapToDouble(n -> (double) n / looks[looks.length - 1])
                .toArray();
        return new SpendingLevels(shortestStep(times)).levels(times, alpha);
    }

    private double[] levels(double[] times, double alpha) {
        double[] levels = new double[times.length];
        double before = 0;
        for (int i = 0; i < times.length; i++) {
            diffuse(Math.sqrt(times[i] - before));
            double bound = cutFromAbove(alpha * (times[i] - before));
            levels[i] = NORMAL.survivalProbability(bound / Math.sqrt(times[i]));
            before = times[i];
        }
        return levels;
    }

    private void diffuse(double deviation) {
        double[] kernel = kernel(deviation);
        int reach = kernel.length / 2;
        double[] next = new double[cells];
        for (int i = 0; i < cells; i++) {
            for (int j = Math.max(0, i - reach); alive[i] > 0 && j <= Math.min(cells - 1, i + reach); j++) {
                next[j] += alive[i] * kernel[j - i + reach];
            }
        }
        alive = next;
    }

    /** The chance to move by so many cells, from none at the middle of the array. */
    private double[] kernel(double deviation) {
        int reach = Math.min(cells - 1, (int) Math.ceil(6 * deviation / width));
        double[] kernel = new double[2 * reach + 1];
        for (int k = -reach; k <= reach; k++) {
            kernel[k + reach] = NORMAL.probability((k - 0.5) * width / deviation, (k + 0.5) * width / deviation);
        }
        return kernel;
    }

    /** Takes {@code chance} away from the top, and gives the place above which nothing is left. */
    private double cutFromAbove(double chance) {
        double left = chance;
        int cell = cells - 1;
        while (alive[cell] <= left) {
            left -= alive[cell];
            alive[cell--] = 0;
        }
        double share = left / alive[cell];
        alive[cell] -= left;
        return (cell - cells / 2 + 0.5 - share) * width;
    }

    private static double shortestStep(double[] times) {
        double shortest = times[0];
        for (int i = 1; i < times.length; i++) {
            shortest = Math.min(shortest, times[i] - times[i - 1]);
        }
        return Math.sqrt(shortest);
    }
}
