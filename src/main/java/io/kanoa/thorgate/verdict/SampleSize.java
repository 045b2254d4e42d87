package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.plan.Target;

/** How many requests a target needs before it can pass at all. */
public final class SampleSize {

    private static final int LARGEST = 1_000_000;

    private SampleSize() {}

    /**
     * The fewest requests with which {@code target} can pass if none of them is beyond its limit; 2 for means, 1 for
     * extremes. A row whose {@link Sampling#requests()} lies below it can't pass: refuse it before anything starts.
     */
    public static int fewest(Target target) {
        return switch (target.statistic()) {
            case MEAN -> 2;
            case MAX, MIN -> 1;
            default -> fewest(Breaches.allowed(target), 0, Judge.ALPHA);
        };
    }

    /** Empty where {@code n} values suffice to pass if none is beyond the limit; else what is missing, for people. */
    static String shortfall(int n, String what, double allowed, double alpha) {
        return n > 0 && passes(n, allowed, 0, alpha)
                ? ""
                : n + " " + what + " are too few to pass; " + fewest(allowed, 0, alpha) + " are the fewest that can";
    }

    /**
     * The fewest values with which a quantile can pass although {@code beyond} of them are beyond the limit.
     *
     * @param allowed share of values that may be beyond the limit: 0.05 for a p95 below a limit
     */
    static int fewest(double allowed, int beyond, double alpha) {
        int high = beyond + 1;
        while (high < LARGEST && !passes(high, allowed, beyond, alpha)) {
            high *= 2;
        }
        int low = beyond;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (passes(middle, allowed, beyond, alpha)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static boolean passes(int n, double allowed, int beyond, double alpha) {
        return Binomial.atMost(beyond, n, allowed) <= alpha;
    }
}
