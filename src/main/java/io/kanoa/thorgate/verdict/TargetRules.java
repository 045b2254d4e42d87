package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.Census;
import io.kanoa.thorgate.metrics.Observations.Extreme;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.metrics.Observations.Pooled;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.metrics.Observations.Share;
import io.kanoa.thorgate.metrics.Observations.Trials;
import io.kanoa.thorgate.metrics.Observations.TwoSamples;
import io.kanoa.thorgate.plan.Scope;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;

/** Which rule judges which target, by its statistic and the form of its observations. */
final class TargetRules {

    private TargetRules() {}

    /** Applies the rule for {@code target} to the observations of one start of the engine. */
    static Assessment assess(Target target, Observations observations, double alpha) {
        if (observations instanceof Missing missing) {
            return Assessment.none(Double.NaN, 0, "not measured", missing.reason());
        }
        Assessment found = byStatistic(target, observations, alpha);
        return needsStarts(target, observations) ? oneStartOnly(found) : found;
    }

    /** As {@link #assess}, but without bounds where those are costly. */
    static Assessment decide(Target target, Observations observations, double alpha) {
        return target.statistic().isQuantile() && target.scope() == Scope.START && observations instanceof Pooled pooled
                ? PooledQuantileRule.decide(target, pooled, alpha)
                : assess(target, observations, alpha);
    }

    private static Assessment byStatistic(Target target, Observations observations, double alpha) {
        Statistic statistic = target.statistic();
        if (statistic.isQuantile()) {
            return quantile(target, observations, alpha);
        }
        return statistic == Statistic.MEAN ? mean(target, observations, alpha) : extreme(target, observations);
    }

    private static Assessment quantile(Target target, Observations observations, double alpha) {
        if (observations instanceof Pooled pooled) {
            return PooledQuantileRule.assess(target, pooled, alpha);
        }
        return Singles.independent(observations)
                .map(values -> QuantileRule.assess(target, values, alpha))
                .orElseGet(() -> unsupported(target));
    }

    private static Assessment mean(Target target, Observations observations, double alpha) {
        if (observations instanceof RatioOfSums o) {
            return RatioRule.assess(target, o, alpha);
        } else if (observations instanceof TwoSamples o) {
            return TwoSampleRule.assess(target, o, alpha);
        } else if (observations instanceof Share o) {
            return ShareRule.assess(target, o, alpha);
        } else if (observations instanceof Census o) {
            return CensusRule.assess(target, o);
        } else if (observations instanceof Pooled o) {
            return MeanRule.assess(target, o, alpha);
        } else if (observations instanceof PerRequest o) {
            return MeanRule.assess(target, o.values(), alpha);
        } else if (observations instanceof Trials o) {
            return MeanRule.assess(target, o.values(), alpha);
        }
        return unsupported(target);
    }

    private static Assessment extreme(Target target, Observations observations) {
        if (observations instanceof Extreme o) {
            return ExtremeRule.assess(target, o.value(), o.samples());
        }
        return Singles.all(observations)
                .map(values -> ExtremeRule.assess(target, values))
                .orElseGet(() -> unsupported(target));
    }

    /** Trials are starts of an engine themselves, and an extreme knows its scope. */
    static boolean needsStarts(Target target, Observations observations) {
        boolean extreme = target.statistic() == Statistic.MAX || target.statistic() == Statistic.MIN;
        return target.scope() == Scope.BUILD && !extreme && !(observations instanceof Trials);
    }

    private static Assessment oneStartOnly(Assessment found) {
        return Assessment.none(
                found.measured(),
                1,
                "one start of the engine",
                "speed varies between starts, so one start settles nothing for the build; repeat the start");
    }

    private static Assessment unsupported(Target target) {
        String reason = target.metric() + " has no " + target.statistic() + "; use "
                + target.metric().defaultStatistic();
        return Assessment.none(Double.NaN, 0, "not defined", reason);
    }
}
