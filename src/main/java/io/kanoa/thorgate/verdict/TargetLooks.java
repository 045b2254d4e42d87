package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.Trials;
import io.kanoa.thorgate.plan.Target;
import java.util.Arrays;
import java.util.Optional;

/** How one target is looked at repeatedly with a total error of alpha: by exact counts where it can be, else by levels. */
final class TargetLooks {

    private final Target target;
    private final int[] looks;
    private final double[] levels;
    private final Optional<SequentialDesign> design;

    /** @param levels of the last looks; none is decided by a level at those before them */
    TargetLooks(Target target, int[] looks, double[] levels, double alpha) {
        this.target = target;
        this.looks = looks;
        this.levels = levels;
        this.design = target.statistic().isQuantile()
                ? Optional.of(SequentialDesign.of(looks, Breaches.allowed(target), alpha))
                : Optional.empty();
    }

    Assessment assess(int requests, Observations observations) {
        return counted(requests, observations)
                .map(values -> byCounts(requests, values))
                .orElseGet(() -> byLevel(requests, observations));
    }

    Boundary boundary(int requests, Observations observations) {
        return counted(requests, observations).isPresent()
                ? Boundary.ofCounts(
                        design.orElseThrow().passAtMost(requests),
                        design.orElseThrow().failAtLeast(requests))
                : Boundary.ofLevel(level(requests));
    }

    private Optional<double[]> counted(int requests, Observations observations) {
        boolean single = !(observations instanceof Trials) && !TargetRules.needsStarts(target, observations);
        return design.isPresent() && single
                ? Singles.independent(observations).filter(values -> values.length == requests)
                : Optional.empty();
    }

    private Assessment byCounts(int requests, double[] values) {
        int beyond = Breaches.count(target, values);
        int pass = design.orElseThrow().passAtMost(requests);
        int fail = design.orElseThrow().failAtLeast(requests);
        boolean upper = target.comparison().isUpperLimit();
        Ordered ordered = Ordered.of(values, upper);
        return new Assessment(
                Ordered.quantile(values, target.statistic().probability()),
                upper ? ordered.rank(requests - fail + 1) : ordered.rank(pass + 1),
                upper ? ordered.rank(requests - pass) : ordered.rank(fail),
                beyond <= pass,
                beyond >= fail,
                requests,
                "group-sequential exact binomial: " + beyond + " of " + requests + " beyond the limit, PASS at " + pass
                        + ", FAIL at " + fail,
                "");
    }

    private Assessment byLevel(int requests, Observations observations) {
        double level = level(requests);
        return Double.isNaN(level)
                ? Assessment.none(Double.NaN, requests, "not looked at yet", "too few requests to pass")
                : TargetRules.assess(target, observations, level);
    }

    /** NaN at a look that is too early for this target. */
    private double level(int requests) {
        int index = Arrays.binarySearch(looks, requests) - (looks.length - levels.length);
        return index < 0 ? Double.NaN : levels[index];
    }
}
