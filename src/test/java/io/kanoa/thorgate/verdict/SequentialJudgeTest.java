package io.kanoa.thorgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.Extreme;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.metrics.Observations.Pooled;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequentialJudgeTest {

    private static final Target P95 = Targets.ttft(Statistic.P95, 1);
    private static final Target RATE = Targets.rate(Comparison.GREATER, 50);
    private static final Target MEMORY =
            Targets.of(Metric.MEMORY_USED_PEAK, Statistic.MAX, Comparison.LESS, 100, Unit.GIGABYTES);

    @Test
    void cleanRow_endsAfter90Of400() {
        Progress end = run(Targets.row(P95), n -> Map.of(P95.metric(), new PerRequest(Targets.values(n, 0))));

        assertThat(end.requests()).isEqualTo(90);
        assertThat(end.stopReason()).isEqualTo("all targets settled after 90 of 400 requests");
        assertThat(end.verdict().decision()).isEqualTo(Decision.PASS);
        assertThat(end.verdict().targets().get(0).method())
                .isEqualTo("group-sequential exact binomial: 0 of 90 beyond the limit, PASS at 0, FAIL at 11");
        assertThat(end.history()).hasSize(8);
        assertThat(end.history().get(7).boundary()).isEqualTo(Boundary.ofCounts(0, 11));
        assertThat(end.history().get(6).decision()).isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void rateAtTwiceOrHalfTheLimit_savesMoreThanHalf() {
        Random random = new Random(4);
        double[] fast = random.doubles(400, 95, 105).toArray();
        double[] slow = random.doubles(400, 23, 27).toArray();

        Progress pass = run(Targets.row(RATE), n -> rates(fast, n));
        Progress fail = run(Targets.row(RATE), n -> rates(slow, n));

        assertThat(pass.verdict().decision()).isEqualTo(Decision.PASS);
        assertThat(fail.verdict().decision()).isEqualTo(Decision.FAIL);
        assertThat(pass.requests()).isEqualTo(20);
        assertThat(fail.requests()).isEqualTo(20);
    }

    /** No look is spent before a pass is possible, so the smallest cap that the plan allows can pass. */
    @ParameterizedTest
    @ValueSource(ints = {59, 62, 70, 85, 100, 400})
    void cleanPooledGaps_passWithinEveryCapThatThePlanAllows(int cap) {
        Target gaps = Targets.of(Metric.INTER_CHUNK_LATENCY, Statistic.P95, Comparison.LESS, 50, Unit.MILLISECONDS);
        List<double[]> clean = Collections.nCopies(cap, new double[] {10, 11, 12, 13});

        Progress end = run(Targets.row(cap, gaps), n -> Map.of(gaps.metric(), new Pooled(clean.subList(0, n), 0)));

        assertThat(end.verdict().decision()).isEqualTo(Decision.PASS);
        assertThat(end.history().get(0).decision()).isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void rowWaitsForItsSlowestTarget_andKeepsWhatWasSettled() {
        double[] fast = new Random(4).doubles(400, 95, 105).toArray();
        Progress end = run(
                Targets.row(RATE, P95),
                n -> Map.of(RATE.metric(), ratio(fast, n), P95.metric(), new PerRequest(Targets.values(n, 0))));

        assertThat(end.requests()).isEqualTo(90);
        assertThat(end.verdict().targets()).extracting(TargetVerdict::n).containsExactly(20, 90);
        assertThat(end.verdict().decision()).isEqualTo(Decision.PASS);
    }

    @Test
    void settledTarget_isNotUnsettledByLaterRequests() {
        Target other = Targets.ttft(Statistic.P99, 1);
        Progress end = run(
                Targets.row(P95, other),
                n -> Map.of(P95.metric(), new PerRequest(Targets.values(n, n > 90 ? n / 2 : 0))));

        assertThat(end.verdict().targets().get(0).decision()).isEqualTo(Decision.PASS);
        assertThat(end.verdict().targets().get(1).decision()).isEqualTo(Decision.FAIL);
    }

    @Test
    void unsettledRow_isInconclusiveAtItsCap() {
        Progress end = run(Targets.row(100, P95), n -> Map.of(P95.metric(), new PerRequest(Targets.values(n, n / 20))));

        assertThat(end.requests()).isEqualTo(100);
        assertThat(end.stopReason()).isEqualTo("all 100 requests were made");
        assertThat(end.verdict().decision()).isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void missThatMayBeChanceAmongSeveralTargets_keepsTheRowWaiting() {
        Target median = Targets.ttft(Statistic.P50, 1);
        Row alone = Targets.row(median);
        Row many = Targets.row(median, RATE, MEMORY, P95, Targets.ttft(Statistic.P90, 1));
        int[] looks = LookSchedule.of(400);
        int beyond = SequentialDesign.of(looks, 0.5, 0.05).failAtLeast(20);
        assertThat(SequentialDesign.of(looks, 0.5, 0.01).failAtLeast(20)).isGreaterThan(beyond);

        Settling single = firstLook(alone, beyond);
        Settling oneOfMany = firstLook(many, beyond);

        assertThat(single.failsRow()).isTrue();
        assertThat(single.waits()).isFalse();
        assertThat(oneOfMany.verdict().decision()).isEqualTo(Decision.FAIL);
        assertThat(oneOfMany.failsRow()).isFalse();
        assertThat(oneOfMany.waits()).isTrue();
    }

    @Test
    void extremesAndMissingMetrics_keepNoRowWaiting() {
        double[] fast = new Random(4).doubles(400, 95, 105).toArray();
        Target power = Targets.of(Metric.VIN_AVERAGE_POWER, Statistic.MEAN, Comparison.LESS, 100, Unit.WATTS);
        Progress end = run(
                Targets.row(RATE, MEMORY, power),
                n -> Map.of(
                        RATE.metric(), ratio(fast, n),
                        MEMORY.metric(), new Extreme(1e9, n),
                        power.metric(), new Missing("no power sensor")));

        assertThat(end.requests()).isEqualTo(20);
        assertThat(end.verdict().targets())
                .extracting(TargetVerdict::decision)
                .containsExactly(Decision.PASS, Decision.PASS, Decision.INCONCLUSIVE);
        assertThat(end.verdict().decision()).isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void breachOfAnExtreme_failsTheRow() {
        Progress end = run(Targets.row(MEMORY), n -> Map.of(MEMORY.metric(), new Extreme(2e11, n)));

        assertThat(end.verdict().decision()).isEqualTo(Decision.FAIL);
    }

    @Test
    void smallCap_isLookedAtOnceByTheRuleOfOneLook() {
        Row row = Targets.row(25, Targets.ttft(Statistic.P50, 1));
        SequentialJudge judge = SequentialJudge.of(row);

        assertThat(judge.nextLook(judge.start())).hasValue(25);
        Progress end = run(row, n -> Map.of(P95.metric(), new PerRequest(Targets.values(n, 7))));
        assertThat(end.verdict().decision()).isEqualTo(Decision.PASS);
        Progress worse = run(row, n -> Map.of(P95.metric(), new PerRequest(Targets.values(n, 8))));
        assertThat(worse.verdict().decision()).isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void lookThatWasNotPlanned_isRefused() {
        SequentialJudge judge = SequentialJudge.of(Targets.row(P95));

        assertThatThrownBy(() -> judge.look(judge.start(), 23, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a look at 23 requests was not planned; the next is at 20");
    }

    @Test
    void nothingLookedAt_isNoPass() {
        assertThat(SequentialJudge.of(Targets.row(P95)).start().verdict().decision())
                .isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void bounds_agreeWithTheDecision() {
        Random random = new Random(9);
        SequentialJudge judge = SequentialJudge.of(Targets.row(100, Targets.ttft(Statistic.P50, 10)));
        for (int i = 0; i < 200; i++) {
            double centre = 8 + 4 * random.nextDouble();
            double[] values = random.doubles(20, centre - 3, centre + 3).toArray();
            Look look = judge.look(judge.start(), 20, Map.of(P95.metric(), new PerRequest(values)))
                    .history()
                    .get(0);

            assertThat(look.decision())
                    .isEqualTo(
                            look.upper() < 10
                                    ? Decision.PASS
                                    : look.lower() >= 10 ? Decision.FAIL : Decision.INCONCLUSIVE);
        }
    }

    /** Both sides at the boundary, with the t-test at the levels of ten looks. */
    @Test
    void ratesAtTheBoundary_errInAtMostFivePercent() {
        int runs = 1000;
        Random random = new Random(12);
        Row row = Targets.row(110, RATE);
        SequentialJudge judge = SequentialJudge.of(row);
        int passes = 0;
        int fails = 0;
        for (int i = 0; i < runs; i++) {
            double[] rates =
                    random.doubles(110).map(u -> 50 + 5 * random.nextGaussian()).toArray();
            Decision decision = run(judge, n -> rates(rates, n)).verdict().decision();
            passes += decision == Decision.PASS ? 1 : 0;
            fails += decision == Decision.FAIL ? 1 : 0;
        }

        assertThat(passes / (double) runs).isBetween(0.02, Rates.atMost(0.05, runs));
        assertThat(fails / (double) runs).isBetween(0.02, Rates.atMost(0.05, runs));
    }

    private static Settling firstLook(Row row, int beyond) {
        SequentialJudge judge = SequentialJudge.of(row);
        return judge.look(judge.start(), 20, Map.of(P95.metric(), new PerRequest(Targets.values(20, beyond))))
                .targets()
                .get(0);
    }

    private static Progress run(Row row, IntFunction<Map<Metric, Observations>> observed) {
        return run(SequentialJudge.of(row), observed);
    }

    private static Progress run(SequentialJudge judge, IntFunction<Map<Metric, Observations>> observed) {
        Progress progress = judge.start();
        while (!progress.isSettled()) {
            int next = judge.nextLook(progress).orElseThrow();
            progress = judge.look(progress, next, observed.apply(next));
        }
        return progress;
    }

    private static Map<Metric, Observations> rates(double[] rates, int n) {
        return Map.of(RATE.metric(), ratio(rates, n));
    }

    private static RatioOfSums ratio(double[] rates, int n) {
        return new RatioOfSums(Arrays.copyOf(rates, n), Moments.ones(n), 0);
    }
}
