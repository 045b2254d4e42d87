package io.kanoa.thorgate.plan;

/**
 * How many values it takes at least until a quantile can be shown to meet its limit at 95 %: the smallest n at which n
 * good values of n would be a coincidence in at most one case of twenty, so p^n &lt;= 0.05; never fewer than 5. Looking at the
 * values as they come does not raise it: what no look could spend is left for the last. It counts requests also where a
 * target pools the gaps of each, since the gaps of one request may all be alike.
 */
final class SmallestSample {

    private static final double ALPHA = 0.05;
    static final int FEWEST = 5;

    private SmallestSample() {}

    /** Values needed for this target; 1 if it is not about a quantile. */
    static int of(Target target) {
        if (!target.statistic().isQuantile()) {
            return 1;
        }
        double p = target.statistic().probability();
        double good = target.comparison().isUpperLimit() ? p : 1 - p;
        return Math.max(FEWEST, (int) Math.ceil(Math.log(ALPHA) / Math.log(good)));
    }
}
