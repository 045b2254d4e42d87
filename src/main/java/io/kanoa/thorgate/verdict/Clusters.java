package io.kanoa.thorgate.verdict;

import java.util.stream.IntStream;

/**
 * Counts of values beyond a limit, clustered by request.
 *
 * @param beyond values beyond the limit, by request
 * @param sizes values, by request
 */
record Clusters(int[] beyond, int[] sizes) {

    int count() {
        return sizes.length;
    }

    int values() {
        return IntStream.of(sizes).sum();
    }

    int allBeyond() {
        return IntStream.of(beyond).sum();
    }

    double share() {
        return (double) allBeyond() / values();
    }

    /** These and once more the request with the most values beyond the limit. */
    Clusters withWorstTwice() {
        int worst = IntStream.range(0, count())
                .reduce((i, j) -> beyond[j] > beyond[i] ? j : i)
                .orElseThrow();
        return new Clusters(append(beyond, beyond[worst]), append(sizes, sizes[worst]));
    }

    /**
     * How many independent values these are worth, after Korn and Graubard (1998): p (1 - p) over the variance that the
     * clusters show, times the squared ratio of the t quantiles for all values and for the clusters; at most the number
     * of values. Where none or all of the values are beyond the limit, a request is taken for one value.
     */
    double effectiveValues(double alpha) {
        if (allBeyond() == 0 || allBeyond() == values()) {
            return count();
        }
        double independent = share() * (1 - share()) / variance();
        double correction = quantile(values() - 1, alpha) / quantile(count() - 1, alpha);
        return Math.min(values(), independent * correction * correction);
    }

    /** Variance of {@link #share()} as a ratio estimate over clusters. */
    private double variance() {
        double share = share();
        double squares = IntStream.range(0, count())
                .mapToDouble(i -> beyond[i] - share * sizes[i])
                .map(d -> d * d)
                .sum();
        return squares * count() / (count() - 1) / ((double) values() * values());
    }

    private static double quantile(int freedom, double alpha) {
        return Student.exceededWith(alpha, freedom);
    }

    private static int[] append(int[] values, int last) {
        return IntStream.concat(IntStream.of(values), IntStream.of(last)).toArray();
    }
}
