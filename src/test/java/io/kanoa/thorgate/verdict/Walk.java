package io.kanoa.thorgate.verdict;

import java.util.function.IntUnaryOperator;

/**
 * The exact chance that a count of independent events crosses given bounds at given looks, and when. It keeps the chances
 * of all paths and shares nothing with the code under test.
 */
final class Walk {

    private double crossed;
    private double expectedEnd;

    /** Crossing is a count at or below {@code low} or at or above {@code high} at a look. */
    static Walk over(int[] looks, double chance, IntUnaryOperator low, IntUnaryOperator high) {
        Walk walk = new Walk();
        int cap = looks[looks.length - 1];
        double[] alive = new double[cap + 1];
        alive[0] = 1;
        int next = 0;
        for (int n = 1; n <= cap; n++) {
            double[] after = new double[cap + 1];
            for (int x = 0; x < n; x++) {
                after[x] += alive[x] * (1 - chance);
                after[x + 1] += alive[x] * chance;
            }
            alive = after;
            if (looks[next] == n) {
                next++;
                int pass = low.applyAsInt(n);
                int fail = high.applyAsInt(n);
                for (int x = 0; x <= n; x++) {
                    if (x <= pass || x >= fail) {
                        walk.crossed += alive[x];
                        walk.expectedEnd += n * alive[x];
                        alive[x] = 0;
                    }
                }
            }
        }
        walk.expectedEnd += cap * (1 - walk.crossed);
        return walk;
    }

    double crossed() {
        return crossed;
    }

    double expectedEnd() {
        return expectedEnd;
    }
}
