package io.kanoa.thorgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.Extreme;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.metrics.Observations.Pooled;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.metrics.Observations.Share;
import io.kanoa.thorgate.metrics.Observations.Trials;
import io.kanoa.thorgate.metrics.Observations.TwoSamples;
import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Extremes, shares, trials, and what can't be judged. */
class OtherRulesTest {

    private static final Target MEMORY =
            Targets.of(Metric.MEMORY_USED_PEAK, Statistic.MAX, Comparison.LESS, 100, Unit.GIGABYTES);
    private static final Target SWAP =
            Targets.of(Metric.MODEL_SWAP_TIME, Statistic.P50, Comparison.LESS, 5, Unit.SECONDS);
    private static final Target COMPLETION =
            Targets.of(Metric.BACKGROUND_COMPLETION_RATIO, Statistic.MEAN, Comparison.AT_LEAST, 95, Unit.PERCENT);

    @Test
    void extremeThatHeld_passesForThatStartOnly() {
        TargetVerdict start = Targets.judge(MEMORY, new Extreme(90e9, 12));
        TargetVerdict build = Targets.judge(Targets.across(MEMORY), new Extreme(90e9, 12));

        assertThat(start.decision()).isEqualTo(Decision.PASS);
        assertThat(start.method()).isEqualTo("observed, 12 samples");
        assertThat(build.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(build.reason()).contains("repeated");
    }

    @Test
    void extremeThatBroke_failsForEveryScope() {
        assertThat(decide(MEMORY, new Extreme(100e9, 12))).isEqualTo(Decision.FAIL);
        assertThat(decide(Targets.across(MEMORY), new Extreme(101e9, 12))).isEqualTo(Decision.FAIL);
        assertThat(decide(MEMORY, new Extreme(Double.NaN, 0))).isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void extremeOfRequests_countsAFailureAsBeyond() {
        Target longest = Targets.ttft(Statistic.MAX, 100);

        assertThat(decide(longest, new PerRequest(new double[] {1, 99}))).isEqualTo(Decision.PASS);
        assertThat(decide(longest, new PerRequest(new double[] {1, Double.NaN})))
                .isEqualTo(Decision.FAIL);
        Target gap = Targets.of(Metric.INTER_CHUNK_LATENCY, Statistic.MAX, Comparison.LESS, 10, Unit.MILLISECONDS);
        assertThat(decide(gap, new Pooled(List.of(new double[] {1, 9}, new double[] {3}), 0)))
                .isEqualTo(Decision.PASS);
        assertThat(decide(gap, new Pooled(List.of(new double[] {1, 9}), 1))).isEqualTo(Decision.FAIL);
    }

    @Test
    void singleSwap_isObservedAndFiveAreJudgedByTheirMedian() {
        TargetVerdict one = Targets.judge(SWAP, new Trials(new double[] {4}));

        assertThat(one.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(one.measured()).isEqualTo(4);
        assertThat(one.reason()).contains("5 are the fewest");
        assertThat(decide(SWAP, new Trials(new double[] {4, 3, 4.5, 4.9, 4.99})))
                .isEqualTo(Decision.PASS);
        assertThat(decide(SWAP, new Trials(new double[] {4, 3, 4.5, 4.9, 5}))).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(decide(SWAP, new Trials(new double[] {6, 7, 5, 8, 9}))).isEqualTo(Decision.FAIL);
    }

    @Test
    void trials_areStartsThemselves() {
        assertThat(decide(Targets.across(SWAP), new Trials(new double[] {1, 2, 3, 4, 4.5})))
                .isEqualTo(Decision.PASS);
    }

    @Test
    void oneStart_settlesNothingForTheBuild() {
        Observations fast = new PerRequest(Targets.values(100, 0));
        Target across = Targets.across(Targets.ttft(Statistic.P50, 1));

        TargetVerdict verdict = Targets.judge(across, fast);

        assertThat(verdict.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(verdict.reason()).contains("one start");
        assertThat(verdict.measured()).isZero();
        assertThat(verdict.lower()).isNaN();
    }

    @Test
    void share_isJudgedByClopperAndPearson() {
        assertThat(decide(COMPLETION, new Share(59, 59))).isEqualTo(Decision.PASS);
        assertThat(decide(COMPLETION, new Share(58, 58))).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(decide(COMPLETION, new Share(40, 59))).isEqualTo(Decision.FAIL);
        assertThat(decide(COMPLETION, new Share(0, 0))).isEqualTo(Decision.INCONCLUSIVE);
        TargetVerdict verdict = Targets.judge(COMPLETION, new Share(59, 59));
        assertThat(verdict.lower()).isCloseTo(100 - 4.9508, within(1e-4));
        assertThat(verdict.measured()).isEqualTo(100);
    }

    @Test
    void missing_neverPasses() {
        TargetVerdict verdict = Targets.judge(MEMORY, new Missing("no sample carries memory"));

        assertThat(verdict.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(verdict.reason()).isEqualTo("no sample carries memory");
        assertThat(verdict.measured()).isNaN();
    }

    @Test
    void statisticThatTheObservationsDoNotHave_isSaid() {
        Target p95 = Targets.of(Metric.INTER_TOKEN_LATENCY_DEGRADATION, Statistic.P95, Comparison.LESS, 2, Unit.TIMES);

        TargetVerdict verdict = Targets.judge(p95, new TwoSamples(new double[] {1, 2}, new double[] {1, 2}, 0));

        assertThat(verdict.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(verdict.reason()).isEqualTo("inter_token_latency_degradation has no p95; use mean");
    }

    @Test
    void quantileOfARate_isThatOfTheRequestsRates() {
        Target median = Targets.of(
                Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER, Statistic.P50, Comparison.GREATER, 50, Unit.TOKENS_PER_SECOND);
        RatioOfSums rates = new RatioOfSums(new double[] {60, 61, 62, 63, 64}, new double[] {1, 1, 1, 1, 1}, 0);

        assertThat(decide(median, rates)).isEqualTo(Decision.PASS);
        assertThat(decide(median, new RatioOfSums(rates.numerators(), rates.denominators(), 1)))
                .isEqualTo(Decision.INCONCLUSIVE);
    }

    private static Decision decide(Target target, Observations observations) {
        return Targets.judge(target, observations).decision();
    }
}
