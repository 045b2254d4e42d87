package io.kanoa.thorgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.Extreme;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.metrics.Observations.Trials;
import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class BuildJudgeTest {

    private static final Target RATE = Targets.across(Targets.rate(Comparison.GREATER, 50));
    private static final Target MEMORY =
            Targets.across(Targets.of(Metric.MEMORY_USED_PEAK, Statistic.MAX, Comparison.LESS, 100, Unit.BYTES));
    private static final Target TTFT = Targets.across(Targets.ttft(Statistic.P95, 100));

    @Test
    void oneFigureAStart_isJudgedByTheTTestOfThisLook() {
        TargetVerdict verdict = judge(RATE, rate(60), rate(61), rate(62));

        // t(0.9789; 2) = 4.7288
        assertThat(verdict.decision()).isEqualTo(Decision.PASS);
        assertThat(verdict.measured()).isEqualTo(61);
        assertThat(verdict.lower()).isCloseTo(61 - 4.7288 / Math.sqrt(3), within(0.01));
        assertThat(verdict.n()).isEqualTo(3);
        assertThat(judge(RATE, rate(40), rate(41), rate(42)).decision()).isEqualTo(Decision.FAIL);
        assertThat(judge(RATE, rate(49), rate(51), rate(53)).decision()).isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void numberOfStartsWithoutALook_settlesNothing() {
        TargetVerdict verdict = judge(RATE, rate(60), rate(61), rate(62), rate(63));

        assertThat(verdict.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(verdict.reason()).isEqualTo("no look is planned here");
    }

    @Test
    void startWithFailedRequests_isNoFigure() {
        RatioOfSums failed = new RatioOfSums(new double[] {60, 60}, new double[] {1, 1}, 1);

        assertThat(judge(RATE, rate(60), rate(61), failed).decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(judge(RATE, rate(60), rate(61), new Missing("gone")).decision())
                .isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void quantileOfEachStart_countsFailuresAsWorst() {
        double[] values = DoubleStream.iterate(1, v -> v + 1).limit(20).toArray();
        double[] oneFailed = values.clone();
        oneFailed[0] = Double.NaN;
        double[] twoFailed = oneFailed.clone();
        twoFailed[1] = Double.NaN;

        assertThat(StartFigure.of(TTFT, new PerRequest(values))).isEqualTo(19);
        assertThat(StartFigure.of(TTFT, new PerRequest(oneFailed))).isEqualTo(20);
        assertThat(StartFigure.of(TTFT, new PerRequest(twoFailed))).isNaN();
    }

    @Test
    void extreme_passesByThePredictionOfTheNextStart() {
        assertThat(judge(MEMORY, peak(80), peak(81), peak(82)).decision()).isEqualTo(Decision.PASS);
        assertThat(judge(MEMORY, peak(80), peak(90), peak(99)).decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(judge(MEMORY, peak(80), peak(81), peak(100)).decision()).isEqualTo(Decision.FAIL);
        // 81 + 4.7288 * 1 * sqrt(4 / 3)
        assertThat(judge(MEMORY, peak(80), peak(81), peak(82)).upper()).isCloseTo(86.46, within(0.02));
    }

    @Test
    void targetOfOneStart_isJudgedOnTheFirst() {
        Target start = Targets.ttft(Statistic.P50, 1);
        Observations good = new PerRequest(Targets.values(20, 0));
        Observations bad = new PerRequest(Targets.values(20, 20));

        assertThat(judge(start, good, bad, bad).decision()).isEqualTo(Decision.PASS);
        assertThat(judge(start, bad, good, good).decision()).isEqualTo(Decision.FAIL);
    }

    @Test
    void trialsOfAllStarts_areTakenTogether() {
        Target swap =
                Targets.across(Targets.of(Metric.MODEL_SWAP_TIME, Statistic.P50, Comparison.LESS, 5, Unit.SECONDS));
        Trials two = new Trials(new double[] {3, 4});

        assertThat(judge(swap, two, two, two).decision()).isEqualTo(Decision.PASS);
        assertThat(judge(swap, two, two, two).n()).isEqualTo(6);
    }

    @Test
    void lookPlans_haveTheirGoldenLevels() {
        assertThat(StartLooks.EACH_FROM_3_TO_8.levelAt(6)).hasValue(0.0160);
        assertThat(StartLooks.AT_3_5_8.levelAt(5)).hasValue(0.0211);
        assertThat(StartLooks.AT_3_6_10.levelAt(10)).hasValue(0.0206);
        assertThat(StartLooks.AT_5_8.levelAt(5)).hasValue(0.0304);
        assertThat(StartLooks.AT_5_8.levelAt(6)).isEmpty();
        assertThat(StartLooks.AT_3_5_8.after(3)).hasValue(5);
        assertThat(StartLooks.AT_3_5_8.after(8)).isEmpty();
    }

    /** Within 2, between 4 - 2/2 = 3; sqrt(30 * 2/3) = 4.5 requests; then 3.4 a start. */
    @Test
    void startPlan_followsKaliberaAndJones() {
        List<double[]> pilot = List.of(new double[] {9, 11}, new double[] {11, 13}, new double[] {13, 15});

        StartPlan plan = StartPlan.of(pilot, 60, 2, 2, 0.05);

        assertThat(plan.withinVariance()).isEqualTo(2);
        assertThat(plan.betweenVariance()).isEqualTo(3);
        assertThat(plan.requestsPerStart()).isEqualTo(5);
        assertThat(plan.starts()).isEqualTo(5);
    }

    @Test
    void startsThatDoNotDiffer_needOnlyRequests() {
        List<double[]> alike = List.of(new double[] {9, 11}, new double[] {9, 11});

        StartPlan plan = StartPlan.of(alike, 60, 2, 2, 0.05);

        assertThat(plan.betweenVariance()).isZero();
        assertThat(plan.starts()).isEqualTo(3);
    }

    private static TargetVerdict judge(Target target, Observations... starts) {
        List<Map<Metric, Observations>> byStart =
                Arrays.stream(starts).map(o -> Map.of(target.metric(), o)).toList();
        return BuildJudge.judge(Targets.row(target), byStart, StartLooks.AT_3_5_8)
                .targets()
                .get(0);
    }

    private static RatioOfSums rate(double mean) {
        return new RatioOfSums(new double[] {mean - 1, mean + 1}, new double[] {1, 1}, 0);
    }

    private static Extreme peak(double value) {
        return new Extreme(value, 10);
    }
}
