package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.metrics.Observations.Census;
import io.kanoa.thorgate.metrics.Observations.Extreme;
import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.metrics.Observations.Pooled;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.metrics.Observations.Share;
import io.kanoa.thorgate.metrics.Observations.Trials;
import io.kanoa.thorgate.metrics.Observations.TwoSamples;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Unit;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * One metric of one row in short, for reports. All values are in the metric's unit.
 *
 * @param point the figure to name first: a ratio of sums, a mean of values, an extreme, a share
 * @param n requests, gaps, trials or samples behind it
 * @param failed requests without a value
 * @param distribution how the values of single requests spread; empty where there are none
 */
public record Summary(Metric metric, double point, int n, int failed, Optional<Distribution> distribution) {

    /** The short form of {@code observations}; empty where they are missing or hold no value. */
    public static Optional<Summary> of(Metric metric, Observations observations) {
        return Optional.of(summarize(metric, observations)).filter(summary -> Double.isFinite(summary.point));
    }

    private static Summary summarize(Metric metric, Observations observations) {
        if (observations instanceof PerRequest o) {
            return ofValues(metric, o.values(), 0);
        } else if (observations instanceof Trials o) {
            return ofValues(metric, o.values(), 0);
        } else if (observations instanceof Pooled o) {
            return ofValues(
                    metric,
                    o.byRequest().stream().flatMapToDouble(Arrays::stream).toArray(),
                    o.failed());
        } else if (observations instanceof RatioOfSums o) {
            return ofRatio(metric, o);
        } else if (observations instanceof TwoSamples o) {
            double point = mean(o.beside()) / mean(o.alone());
            return new Summary(metric, point, o.beside().length + o.alone().length, o.failed(), Optional.empty());
        } else if (observations instanceof Extreme o) {
            return new Summary(metric, o.value(), o.samples(), 0, Optional.empty());
        } else if (observations instanceof Share o) {
            double point = Unit.TIMES.to(metric.unit(), (double) o.hits() / o.total());
            return new Summary(metric, point, o.total(), 0, Optional.empty());
        } else if (observations instanceof Census o) {
            double point = Unit.TIMES.to(metric.unit(), (double) o.hits() / o.total());
            return new Summary(metric, point, o.total(), o.open(), Optional.empty());
        }
        return new Summary(metric, Double.NaN, 0, 0, Optional.empty());
    }

    private static Summary ofValues(Metric metric, double[] values, int failed) {
        double[] present = Arrays.stream(values).filter(Double::isFinite).toArray();
        int all = failed + values.length - present.length;
        return new Summary(metric, mean(present), present.length, all, Distribution.of(present));
    }

    private static Summary ofRatio(Metric metric, RatioOfSums o) {
        double point = DoubleStream.of(o.numerators()).sum()
                / DoubleStream.of(o.denominators()).sum();
        double[] single = IntStream.range(0, o.numerators().length)
                .mapToDouble(i -> o.numerators()[i] / o.denominators()[i])
                .toArray();
        return new Summary(metric, point, single.length, o.failed(), Distribution.of(single));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
