package io.kanoa.thorgate.history;

import java.util.Arrays;

/**
 * Runs at the end or in the middle of a stretch that differ most from the rest of it: the circular binary segmentation of
 * Olshen et al. (Biostatistics 5, 2004), without the wrap-around. A step is an arc that reaches the end; one that does not is a
 * change that was taken back, which a test of single splits does not see.
 *
 * @param from index in the stretch of the first run that differs
 * @param to index behind the last one
 * @param pValue the chance of such a difference anywhere in the stretch if nothing changed, at most: two-sided p of the
 *     pooled t-test, times the number of arcs tried (Bonferroni); may exceed 1
 */
record Arc(int from, int to, double pValue) {

    /** The arc of {@code logs} that differs most; it and what it leaves on either side have {@code shortest} runs or more. */
    static Arc in(double[] logs, int shortest) {
        int n = logs.length;
        double[] sums = sums(logs);
        int bestFrom = shortest;
        int bestTo = n;
        double largest = 0;
        int tried = 0;
        for (int from = shortest; from <= n - shortest; from++) {
            for (int to = from + shortest; to <= n; to = next(to, n, shortest)) {
                tried++;
                double gap = gap(sums, from, to);
                if (gap > largest) {
                    largest = gap;
                    bestFrom = from;
                    bestTo = to;
                }
            }
        }
        return new Arc(bestFrom, bestTo, tried * chance(logs, bestFrom, bestTo));
    }

    /** One run further, but from the last place that leaves enough behind it straight to the end. */
    private static int next(int to, int n, int shortest) {
        return to < n && to + 1 > n - shortest ? n : to + 1;
    }

    /** Deviations from the mean, added up; so the sum of the rest is that of the arc with the other sign. */
    private static double[] sums(double[] logs) {
        double mean = Sample.of(logs).mean();
        double[] sums = new double[logs.length + 1];
        for (int i = 0; i < logs.length; i++) {
            sums[i + 1] = sums[i] + logs[i] - mean;
        }
        return sums;
    }

    /** The sum of squares between arc and rest but for a factor; |t| grows with it, as the total is the same for all arcs. */
    private static double gap(double[] sums, int from, int to) {
        double sum = sums[to] - sums[from];
        double inside = to - from;
        return sum * sum / (inside * (sums.length - 1 - inside));
    }

    private static double chance(double[] logs, int from, int to) {
        double[] rest = new double[logs.length - to + from];
        System.arraycopy(logs, 0, rest, 0, from);
        System.arraycopy(logs, to, rest, from, logs.length - to);
        return Sample.of(rest).chanceOfDifference(Sample.of(Arrays.copyOfRange(logs, from, to)));
    }
}
