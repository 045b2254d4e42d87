package io.kanoa.thorgate.report.export;

import io.kanoa.thorgate.metrics.Distribution;
import io.kanoa.thorgate.metrics.Summary;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.verdict.TargetVerdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One figure a metric of a row, as programs that follow figures over time want it.
 *
 * @param statistic the target's, or else the metric's own
 * @param value in the metric's unit; finite
 * @param verdict on the target that asks for it; empty where none does
 */
record Headline(Metric metric, Statistic statistic, double value, Optional<TargetVerdict> verdict) {

    /** The judged figures in the order of the row's targets, then those of all other metrics that have a value. */
    static List<Headline> of(RowResult row) {
        List<Headline> judged = row.verdict().targets().stream()
                .filter(target -> Double.isFinite(target.measured()))
                .map(Headline::judged)
                .toList();
        Predicate<Headline> isJudged = other -> judged.stream().anyMatch(one -> one.isSameFigure(other));
        Stream<Headline> others = row.observed().entrySet().stream()
                .flatMap(observed -> Summary.of(observed.getKey(), observed.getValue()).stream())
                .map(Headline::observed)
                .filter(isJudged.negate());
        return Stream.concat(judged.stream(), others).toList();
    }

    /** Metric and statistic: {@code time_to_first_token p95}. */
    String name() {
        return metric.fieldName() + " " + statistic.word();
    }

    private boolean isSameFigure(Headline other) {
        return metric == other.metric && statistic == other.statistic;
    }

    private static Headline judged(TargetVerdict verdict) {
        return new Headline(
                verdict.target().metric(), verdict.target().statistic(), verdict.measured(), Optional.of(verdict));
    }

    private static Headline observed(Summary summary) {
        Metric metric = summary.metric();
        Statistic own = metric.defaultStatistic();
        double value = own == Statistic.P50
                ? summary.distribution().map(Distribution::p50).orElse(summary.point())
                : summary.point();
        return new Headline(metric, own, value, Optional.empty());
    }
}
