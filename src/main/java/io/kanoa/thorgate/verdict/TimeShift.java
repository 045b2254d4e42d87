package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.metrics.Observations.Pooled;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.metrics.Observations.Trials;
import io.kanoa.thorgate.metrics.Observations.TwoSamples;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Unit;
import java.util.Arrays;

/**
 * Observations as they would be if all times behind them were longer, or shorter, by the same error: the worst that a
 * client which is off by so much can have hidden. A time never gets below a nanosecond.
 */
final class TimeShift {

    private static final double SHORTEST_SECONDS = 1e-9;

    private final Metric metric;
    private final double millis;

    /** @param millis longer; shorter where negative */
    TimeShift(Metric metric, double millis) {
        this.metric = metric;
        this.millis = millis;
    }

    Observations of(Observations observations) {
        if (observations instanceof PerRequest o) {
            return new PerRequest(values(o.values(), millis));
        } else if (observations instanceof Trials o) {
            return new Trials(values(o.values(), millis));
        } else if (observations instanceof Pooled o) {
            return new Pooled(
                    o.byRequest().stream().map(gaps -> values(gaps, millis)).toList(), o.failed());
        } else if (observations instanceof TwoSamples o) {
            return new TwoSamples(values(o.beside(), millis), values(o.alone(), -millis), o.failed());
        } else if (observations instanceof RatioOfSums o) {
            return new RatioOfSums(o.numerators(), seconds(o.denominators()), o.failed());
        }
        return observations;
    }

    private double[] values(double[] values, double by) {
        Unit unit = metric.unit() == Unit.SECONDS ? Unit.SECONDS : Unit.MILLISECONDS;
        double shortest = Unit.SECONDS.to(unit, SHORTEST_SECONDS);
        double added = Unit.MILLISECONDS.to(unit, by);
        return Arrays.stream(values).map(v -> Math.max(shortest, v + added)).toArray();
    }

    private double[] seconds(double[] denominators) {
        double[] shifted = denominators.clone();
        for (int i = isOverWindow() ? shifted.length - 1 : 0; i >= 0 && i < shifted.length; i++) {
            shifted[i] = Math.max(SHORTEST_SECONDS, shifted[i] + Unit.MILLISECONDS.to(Unit.SECONDS, millis));
        }
        return shifted;
    }

    /** The shares of a window end where the next begins, at sendings, which are exact; only its end is an arrival. */
    private boolean isOverWindow() {
        return metric == Metric.OUTPUT_TOKEN_THROUGHPUT || metric == Metric.REQUEST_THROUGHPUT;
    }
}
