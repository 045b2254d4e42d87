package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.verdict.SequentialDesign.Side;

/** The distribution of the count beyond the limit over rows that have not crossed a bound yet. Used once. */
final class BinomialWalk {

    private final int[] looks;
    private final double allowed;
    private final double[] alive;
    private int n;
    private double spent;

    BinomialWalk(int[] looks, double allowed) {
        this.looks = looks;
        this.allowed = allowed;
        this.alive = new double[looks[looks.length - 1] + 1];
        this.alive[0] = 1;
    }

    /** Walks over all looks and sets each bound as far out as the chance allowed so far permits. */
    Side spend(double alpha, boolean lowSide) {
        int[] bounds = new int[looks.length];
        for (int i = 0; i < looks.length; i++) {
            advanceTo(looks[i]);
            double permitted = alpha * n / (alive.length - 1);
            bounds[i] = lowSide ? cutFromBelow(permitted) : cutFromAbove(permitted);
        }
        return new Side(bounds, spent);
    }

    private void advanceTo(int look) {
        for (; n < look; n++) {
            for (int x = n + 1; x > 0; x--) {
                alive[x] = alive[x] * (1 - allowed) + alive[x - 1] * allowed;
            }
            alive[0] *= 1 - allowed;
        }
    }

    private int cutFromBelow(double permitted) {
        int x = 0;
        while (x <= n && spent + alive[x] <= permitted) {
            stop(x++);
        }
        return x - 1;
    }

    private int cutFromAbove(double permitted) {
        int x = n;
        while (x >= 0 && spent + alive[x] <= permitted) {
            stop(x--);
        }
        return x + 1;
    }

    private void stop(int x) {
        spent += alive[x];
        alive[x] = 0;
    }
}
