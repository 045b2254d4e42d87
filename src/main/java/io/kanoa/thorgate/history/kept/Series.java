package io.kanoa.thorgate.history.kept;

import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;
import java.util.Optional;

/** A figure that is followed from run to run. */
public record Series(Metric metric, Statistic statistic) {

    /** What a target is about. */
    public static Series of(Target target) {
        return new Series(target.metric(), target.statistic());
    }

    /** The figure that is named first of a metric. */
    public static Series of(Metric metric) {
        return new Series(metric, metric.defaultStatistic());
    }

    /** The series of this {@link #name}; empty where this version knows no such metric or statistic. */
    public static Optional<Series> named(String name) {
        String[] words = name.split(" ", 2);
        Optional<Metric> metric = Metric.of(words[0]);
        return words.length == 1
                ? metric.map(Series::of)
                : metric.flatMap(known -> Statistic.of(words[1]).map(statistic -> new Series(known, statistic)));
    }

    /** Metric, and statistic where it is not the metric's default: {@code time_to_first_token p95}. */
    public String name() {
        return statistic == metric.defaultStatistic() ? metric.fieldName() : metric.fieldName() + " " + statistic;
    }

    /** As {@link #name}, with the metric's short name. */
    public String shortName() {
        return statistic == metric.defaultStatistic() ? metric.alias() : metric.alias() + " " + statistic;
    }

    @Override
    public String toString() {
        return name();
    }
}
