package io.kanoa.thorgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.metrics.Observations.Trials;
import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final Target FAST = Targets.rate(Comparison.GREATER, 50);
    private static final Target SNAPPY = Targets.ttft(Statistic.P50, 1);
    private static final RatioOfSums SIXTY = rate(60, 61, 59, 60, 60.5);
    private static final PerRequest QUICK = new PerRequest(Targets.values(20, 0));

    @Test
    void allTargetsPass_rowPasses() {
        RowVerdict verdict = judge(Targets.row(FAST, SNAPPY), SIXTY, QUICK);

        assertThat(verdict.decision()).isEqualTo(Decision.PASS);
        assertThat(verdict.reason()).isEmpty();
        assertThat(verdict.targets()).extracting(TargetVerdict::target).containsExactly(FAST, SNAPPY);
    }

    @Test
    void oneTargetFails_rowFailsAndNamesIt() {
        RowVerdict verdict = judge(Targets.row(FAST, SNAPPY), rate(40, 41, 39, 40, 40.5), QUICK);

        assertThat(verdict.decision()).isEqualTo(Decision.FAIL);
        assertThat(verdict.targets()).extracting(TargetVerdict::decision).containsExactly(Decision.FAIL, Decision.PASS);
        assertThat(verdict.reason())
                .isEqualTo("output_token_throughput_per_user: measured 40.1 tok/s, upper bound 40.8,"
                        + " target > 50 tok/s: FAIL");
    }

    @Test
    void missingMetric_rowIsInconclusive() {
        RowVerdict named = judge(Targets.row(FAST, SNAPPY), SIXTY, new Missing("no request was measured"));
        RowVerdict absent = Judge.judge(Targets.row(FAST), Map.of());

        assertThat(named.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(named.reason())
                .isEqualTo("time_to_first_token: not measured, target < 1 ms: INCONCLUSIVE (no request was measured)");
        assertThat(absent.decision()).isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void rowWithoutTargets_isNoPass() {
        assertThat(Judge.judge(Targets.row(), Map.of()).decision()).isEqualTo(Decision.INCONCLUSIVE);
    }

    /** 5 of 5 beyond a median: 1/32 is below 5 %, not below 5 % / 2. */
    @Test
    void missThatMayBeChanceAmongSeveralTargets_isNoRowFail() {
        Target swap = Targets.of(Metric.MODEL_SWAP_TIME, Statistic.P50, Comparison.LESS, 5, Unit.SECONDS);
        Map<Metric, Observations> observed = Map.of(
                Metric.MODEL_SWAP_TIME, new Trials(new double[] {6, 6, 6, 6, 6}), Metric.TIME_TO_FIRST_TOKEN, QUICK);

        RowVerdict alone = Judge.judge(Targets.row(swap), observed);
        RowVerdict withOther = Judge.judge(Targets.row(swap, SNAPPY), observed);

        assertThat(alone.decision()).isEqualTo(Decision.FAIL);
        assertThat(withOther.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(withOther.targets().get(0).decision()).isEqualTo(Decision.FAIL);
        assertThat(withOther.reason()).endsWith("among 2 targets that miss may be chance");
    }

    /** Property 10. */
    @Test
    void sixTargetsAtTheBoundary_failTheRowInAtMostFivePercent() {
        int runs = 1500;
        Target[] six =
                Stream.generate(() -> Targets.ttft(Statistic.P50, 0.5)).limit(6).toArray(Target[]::new);
        Row row = Targets.row(six);
        SplittableRandom random = new SplittableRandom(10);
        int fails = 0;
        for (int i = 0; i < runs; i++) {
            Map<Target, Observations> drawn = new IdentityHashMap<>();
            row.targets().forEach(target -> drawn.put(target, uniform(random.split())));
            RowVerdict verdict = Judge.judge(
                    row,
                    target -> TargetRules.assess(target, drawn.get(target), Judge.ALPHA),
                    (target, alpha) -> TargetRules.assess(target, drawn.get(target), alpha));
            fails += verdict.decision() == Decision.FAIL ? 1 : 0;
        }

        assertThat(fails / (double) runs).isLessThanOrEqualTo(Rates.atMost(0.05, runs));
    }

    private static Observations uniform(SplittableRandom random) {
        return new PerRequest(random.doubles(41).toArray());
    }

    private static RowVerdict judge(Row row, Observations rate, Observations ttft) {
        return Judge.judge(
                row, Map.of(Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER, rate, Metric.TIME_TO_FIRST_TOKEN, ttft));
    }

    private static RatioOfSums rate(double... tokens) {
        return new RatioOfSums(tokens, Moments.ones(tokens.length), 0);
    }
}
