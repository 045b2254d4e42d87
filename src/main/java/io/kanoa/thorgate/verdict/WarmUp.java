package io.kanoa.thorgate.verdict;

/** Where a series has settled, by the marginal standard error rule (MSER, White 1997). */
final class WarmUp {

    private WarmUp() {}

    /**
     * The number {@code d <= n / 2} of first values without which the squared standard error of the mean of the rest,
     * {@code variance / (n - d)}, is smallest; the smaller of two equals.
     */
    static int length(double[] series) {
        int n = series.length;
        double shift = n == 0 ? 0 : series[n - 1];
        double sum = 0;
        double squares = 0;
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int d = n - 1; d >= 0; d--) {
            double value = series[d] - shift;
            sum += value;
            squares += value * value;
            double error = squaredError(sum, squares, n - d);
            if (d <= n / 2 && error <= least) {
                least = error;
                best = d;
            }
        }
        return best;
    }

    private static double squaredError(double sum, double squares, int kept) {
        double mean = sum / kept;
        return Math.max(0, squares / kept - mean * mean) / kept;
    }
}
