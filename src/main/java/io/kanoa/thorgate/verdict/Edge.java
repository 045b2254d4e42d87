package io.kanoa.thorgate.verdict;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Values at an edge of a series that are unlike the rest of it, where MSER would cut; Pettitt's test hardly sees a change
 * there.
 *
 * @param length number of values at the edge
 * @param pValue of the difference of their mean from that of the rest, two-sided, by the scatter of the rest; 1 for fewer
 *     than 3 values, since a single outlier makes MSER cut too
 * @param change of the median from the earlier of the two parts to the later, as a share of the earlier
 */
public record Edge(int length, double pValue, double change) {

    static final Edge NONE = new Edge(0, 1, 0);

    private static final int FEWEST = 3;

    /** The first values. */
    static Edge first(double[] series) {
        int length = WarmUp.length(series);
        double[] first = Arrays.copyOf(series, length);
        double[] rest = Arrays.copyOfRange(series, length, series.length);
        return length == 0 ? NONE : new Edge(length, pValue(first, rest), Step.change(first, rest));
    }

    /** The last values. */
    static Edge last(double[] series) {
        double[] reversed = new double[series.length];
        Arrays.setAll(reversed, i -> series[series.length - 1 - i]);
        int length = WarmUp.length(reversed);
        double[] last = Arrays.copyOf(reversed, length);
        double[] rest = Arrays.copyOfRange(reversed, length, series.length);
        return length == 0 ? NONE : new Edge(length, pValue(last, rest), Step.change(rest, last));
    }

    boolean differs(double sure, double much) {
        return pValue < sure && Math.abs(change) > much;
    }

    static double pValue(double[] edge, double[] rest) {
        double difference = Math.abs(Moments.mean(edge) - Moments.mean(rest));
        if (edge.length < FEWEST || rest.length < FEWEST || difference == 0) {
            return 1;
        }
        double error = Math.sqrt(Moments.variance(rest) * (1.0 / edge.length + 1.0 / rest.length));
        return error == 0 ? 0 : 2 * TDistribution.of(rest.length - 1).survivalProbability(difference / error);
    }
}
