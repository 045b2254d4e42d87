package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.metrics.Observations.Pooled;
import io.kanoa.thorgate.plan.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * A quantile over values that are pooled from requests, whose values resemble each other. Values beyond the limit are
 * counted as if there were only as many as Korn and Graubard's effective number. On the side of a PASS the worst request
 * is counted twice, and there must be as many requests as a quantile over requests would need: then the rule holds even
 * if all values of a request are alike.
 */
final class PooledQuantileRule {

    private final Target target;
    private final double allowed;
    private final double alpha;
    /** Each of them sorted, so that values beyond a limit are found by halving. */
    private final List<double[]> requests;

    private final String tooFew;

    private PooledQuantileRule(Target target, Pooled pooled, double alpha) {
        this.target = target;
        this.allowed = Breaches.allowed(target);
        this.alpha = alpha;
        this.requests = withFailures(pooled);
        this.tooFew = SampleSize.shortfall(requests.size(), "requests", allowed, alpha);
    }

    static Assessment assess(Target target, Pooled pooled, double alpha) {
        return new PooledQuantileRule(target, pooled, alpha).assess();
    }

    /** Whether it passes or fails, without the bounds, which cost thirty times as much. */
    static Assessment decide(Target target, Pooled pooled, double alpha) {
        PooledQuantileRule rule = new PooledQuantileRule(target, pooled, alpha);
        int n = rule.requests.size();
        boolean passes = n >= 2 && rule.passes(target::metBy);
        boolean fails = n >= 2 && rule.fails(target::metBy);
        return new Assessment(Double.NaN, Double.NaN, Double.NaN, passes, fails, n, "Korn-Graubard", rule.tooFew);
    }

    private Assessment assess() {
        double[] sorted = Moments.present(pool());
        Arrays.sort(sorted);
        String method = "Korn-Graubard over " + sorted.length + " values of " + requests.size() + " requests";
        double measured = Ordered.quantile(sorted, target.statistic().probability());
        if (requests.size() < 2) {
            return Assessment.none(measured, requests.size(), method, tooFew);
        }
        return new Assessment(
                measured,
                lower(sorted),
                upper(sorted),
                passes(target::metBy),
                fails(target::metBy),
                requests.size(),
                method,
                tooFew);
    }

    private boolean passes(DoublePredicate met) {
        Clusters seen = clusters(met).withWorstTwice();
        double n = seen.effectiveValues(alpha);
        return tooFew.isEmpty() && Binomial.upperBound(seen.share() * n, n, alpha) <= allowed;
    }

    private boolean fails(DoublePredicate met) {
        Clusters seen = clusters(met);
        double n = seen.effectiveValues(alpha);
        return Binomial.lowerBound(seen.share() * n, n, alpha) >= allowed;
    }

    private double lower(double[] sorted) {
        return target.comparison().isUpperLimit()
                ? last(sorted, v -> fails(x -> x < v))
                : last(sorted, v -> passes(x -> x >= v));
    }

    private double upper(double[] sorted) {
        return target.comparison().isUpperLimit()
                ? first(sorted, v -> passes(x -> x <= v))
                : first(sorted, v -> fails(x -> x > v));
    }

    /** The first of {@code sorted} from which on {@code holds} is true; NaN where there is none. */
    private static double first(double[] sorted, DoublePredicate holds) {
        int index = turn(sorted, holds.negate());
        return index < sorted.length ? sorted[index] : Double.NaN;
    }

    /** The last of {@code sorted} up to which {@code holds} is true; NaN where there is none. */
    private static double last(double[] sorted, DoublePredicate holds) {
        int index = turn(sorted, holds);
        return index > 0 ? sorted[index - 1] : Double.NaN;
    }

    /** How many of {@code sorted}, from the lowest on, make {@code holds} true. */
    private static int turn(double[] sorted, DoublePredicate holds) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(sorted[middle])) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Clusters clusters(DoublePredicate met) {
        int[] beyond = requests.stream().mapToInt(sorted -> beyond(sorted, met)).toArray();
        return new Clusters(
                beyond, requests.stream().mapToInt(gaps -> gaps.length).toArray());
    }

    private int beyond(double[] sorted, DoublePredicate met) {
        return target.comparison().isUpperLimit() ? sorted.length - turn(sorted, met) : turn(sorted, met.negate());
    }

    private double[] pool() {
        return requests.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** A failed request stands in as one of average length whose values are all beyond the limit. */
    private static List<double[]> withFailures(Pooled pooled) {
        double[] failed = new double[averageLength(pooled.byRequest())];
        Arrays.fill(failed, Double.NaN);
        List<double[]> all = new ArrayList<>();
        pooled.byRequest().forEach(gaps -> all.add(sorted(gaps)));
        all.addAll(Collections.nCopies(pooled.failed(), failed));
        return all;
    }

    private static double[] sorted(double[] gaps) {
        double[] sorted = gaps.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static int averageLength(List<double[]> requests) {
        double average =
                requests.stream().mapToInt(gaps -> gaps.length).average().orElse(1);
        return Math.max(1, (int) Math.round(average));
    }
}
