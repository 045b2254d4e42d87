package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.plan.Background;
import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Context;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.Quantity;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.plan.Scope;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.plan.Work;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Targets, rows and values for tests. */
final class Targets {

    private Targets() {}

    static Target of(Metric metric, Statistic statistic, Comparison comparison, double limit, Unit unit) {
        return new Target(metric, statistic, comparison, new Quantity(limit, unit), Scope.START);
    }

    static Target ttft(Statistic statistic, double limit) {
        return of(Metric.TIME_TO_FIRST_TOKEN, statistic, Comparison.LESS, limit, Unit.MILLISECONDS);
    }

    static Target rate(Comparison comparison, double limit) {
        return of(Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER, Statistic.MEAN, comparison, limit, Unit.TOKENS_PER_SECOND);
    }

    static Target across(Target target) {
        return new Target(target.metric(), target.statistic(), target.comparison(), target.limit(), Scope.BUILD);
    }

    static Row row(Target... targets) {
        return row(400, targets);
    }

    static Row row(int requests, Target... targets) {
        Serving serving = new Serving(
                new Model("m", "M", List.of(), "a/m", "F16", null), new EngineSpec("e", "embedded", List.of()));
        Duration ten = Duration.ofSeconds(10);
        return new Row(
                "A1@4k",
                "A",
                new Work.SingleUser(serving, new Context("4k", 128)),
                List.of(targets),
                new Sampling(1, requests, 11, Duration.ZERO, ten, ten, ten),
                new Background(1, 8, 8));
    }

    static TargetVerdict judge(Target target, Observations observations) {
        return TargetRules.assess(target, observations, Judge.ALPHA).toVerdict(target);
    }

    /** {@code n} values of which {@code beyond} are 2 and the others 0: the limit lies at 1. */
    static double[] values(int n, int beyond) {
        double[] values = new double[n];
        Arrays.fill(values, 0, beyond, 2);
        return values;
    }
}
