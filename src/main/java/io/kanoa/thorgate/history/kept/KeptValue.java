package io.kanoa.thorgate.history.kept;

/**
 * A figure of one row of one run. Numbers are in the metric's unit; NaN is "not known".
 *
 * @param series its {@link Series#name}
 * @param value the point estimate
 * @param lower one-sided 95 % lower confidence bound
 * @param upper one-sided 95 % upper confidence bound
 * @param n observations behind it
 * @param regressed whether this run was found a regression of it
 */
public record KeptValue(String series, double value, double lower, double upper, int n, boolean regressed) {

    /** The same, found a regression or not. */
    public KeptValue with(boolean found) {
        return new KeptValue(series, value, lower, upper, n, found);
    }
}
