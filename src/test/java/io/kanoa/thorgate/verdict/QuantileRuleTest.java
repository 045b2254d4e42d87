package io.kanoa.thorgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuantileRuleTest {

    private static final Target P95 = Targets.ttft(Statistic.P95, 1);

    @Test
    void smallestNumbers_passAndOneLessDoesNot() {
        assertThat(decision(P95, Targets.values(59, 0))).isEqualTo(Decision.PASS);
        assertThat(decision(P95, Targets.values(58, 0))).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(decision(P95, Targets.values(93, 1))).isEqualTo(Decision.PASS);
        assertThat(decision(P95, Targets.values(92, 1))).isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void manyBeyondTheLimit_fail() {
        assertThat(decision(P95, Targets.values(59, 7))).isEqualTo(Decision.FAIL);
        assertThat(decision(P95, Targets.values(59, 6))).isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void tooFewValues_saysHowManyAreNeeded() {
        TargetVerdict verdict = judge(P95, Targets.values(20, 0));

        assertThat(verdict.reason()).isEqualTo("20 values are too few to pass; 59 are the fewest that can");
        assertThat(verdict.upper()).isNaN();
    }

    @Test
    void bounds_areOrderStatistics() {
        double[] oneToHundred = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();

        TargetVerdict median = judge(Targets.ttft(Statistic.P50, 70), oneToHundred);

        assertThat(median.measured()).isEqualTo(50);
        assertThat(median.lower()).isEqualTo(42);
        assertThat(median.upper()).isEqualTo(59);
        assertThat(median.decision()).isEqualTo(Decision.PASS);
        assertThat(median.n()).isEqualTo(100);
    }

    @ParameterizedTest
    @EnumSource(Comparison.class)
    void decision_isWhatTheBoundsSay(Comparison comparison) {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 2000; i++) {
            double[] values = random.doubles(random.nextInt(1, 130))
                    .map(v -> Math.floor(v * 20))
                    .toArray();
            Target target = Targets.of(
                    Metric.TIME_TO_FIRST_TOKEN,
                    quantile(random),
                    comparison,
                    random.nextInt(-1, 21),
                    Unit.MILLISECONDS);

            TargetVerdict verdict = judge(target, values);

            double good = comparison.isUpperLimit() ? verdict.upper() : verdict.lower();
            double bad = comparison.isUpperLimit() ? verdict.lower() : verdict.upper();
            boolean fails = !Double.isNaN(bad) && !target.metBy(bad);
            assertThat(verdict.decision())
                    .isEqualTo(target.metBy(good) ? Decision.PASS : fails ? Decision.FAIL : Decision.INCONCLUSIVE);
        }
    }

    /** Property 2, by exact summation that shares nothing with the code under test; the turning points grow with n. */
    @ParameterizedTest
    @EnumSource(
            value = Statistic.class,
            names = {"P50", "P90", "P95", "P99"})
    void falsePassAndFalseFail_atTheBoundary_areAtMostFivePercent(Statistic statistic) {
        Target target = Targets.ttft(statistic, 1);
        int passing = 0;
        int notFailing = 0;
        for (int n = 1; n <= 500; n++) {
            while (found(target, n, passing).passes()) {
                passing++;
            }
            while (notFailing <= n && !found(target, n, notFailing).fails()) {
                notFailing++;
            }
            double[] chances = chances(n, 1 - statistic.probability());
            assertThat(Arrays.stream(chances, 0, passing).sum()).isLessThanOrEqualTo(0.05);
            assertThat(Arrays.stream(chances, notFailing, n + 1).sum()).isLessThanOrEqualTo(0.05);
        }
        assertThat(passing).isPositive();
    }

    /** Property 7. */
    @ParameterizedTest
    @EnumSource(
            value = Statistic.class,
            names = {"P50", "P95"})
    void oneMoreBeyondTheLimit_neverImprovesTheVerdict(Statistic statistic) {
        Target target = Targets.ttft(statistic, 1);
        for (int n = 1; n <= 150; n++) {
            Decision last = Decision.PASS;
            for (int beyond = 0; beyond <= n; beyond++) {
                Assessment found = QuantileRule.assess(target, Targets.values(n, beyond), 0.05);
                assertThat(found.passes() && found.fails()).isFalse();
                Decision now = found.toVerdict(target).decision();
                assertThat(badness(now)).isGreaterThanOrEqualTo(badness(last));
                last = now;
            }
        }
    }

    /** Property 9. */
    @Test
    void failedRequest_countsAsBeyondTheLimit() {
        double[] withFailure = Targets.values(93, 1);
        withFailure[0] = Double.NaN;
        double[] withTwo = withFailure.clone();
        withTwo[1] = Double.NaN;

        assertThat(decision(P95, withFailure)).isEqualTo(Decision.PASS);
        assertThat(decision(P95, withTwo)).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(decision(P95, nothingButFailures(60))).isEqualTo(Decision.FAIL);
        assertThat(decision(
                        Targets.of(Metric.TIME_TO_FIRST_TOKEN, Statistic.P50, Comparison.GREATER, 1, Unit.MILLISECONDS),
                        nothingButFailures(60)))
                .isEqualTo(Decision.FAIL);
    }

    /** Property 8. */
    @Test
    void unitsAndDirection_doNotMatter() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 500; i++) {
            double[] values =
                    random.doubles(random.nextInt(1, 60)).map(v -> v * 100).toArray();
            int limit = random.nextInt(20, 80);
            Decision plain = decision(Targets.ttft(Statistic.P50, limit), values);
            Target micro = Targets.of(
                    Metric.TIME_TO_FIRST_TOKEN, Statistic.P50, Comparison.LESS, limit * 1000.0, Unit.MICROSECONDS);
            Target flipped = Targets.of(
                    Metric.TIME_TO_FIRST_TOKEN, Statistic.P50, Comparison.GREATER, -limit, Unit.MILLISECONDS);

            assertThat(decision(micro, values)).isEqualTo(plain);
            assertThat(decision(flipped, Arrays.stream(values).map(v -> -v).toArray()))
                    .isEqualTo(plain);
        }
    }

    @Test
    void valueOnTheLimit_isBeyondItOnlyIfTheComparisonIsStrict() {
        double[] onTheLimit = new double[20];
        Arrays.fill(onTheLimit, 800);
        Target atMost = Targets.of(Metric.TIME_TO_FIRST_TOKEN, Statistic.P50, Comparison.AT_MOST, 0.8, Unit.SECONDS);

        assertThat(decision(Targets.ttft(Statistic.P50, 800), onTheLimit)).isEqualTo(Decision.FAIL);
        assertThat(decision(atMost, onTheLimit)).isEqualTo(Decision.PASS);
    }

    private static Assessment found(Target target, int n, int beyond) {
        return QuantileRule.assess(target, Targets.values(n, beyond), 0.05);
    }

    private static double[] chances(int n, double p) {
        double[] chances = new double[n + 1];
        chances[0] = 1;
        for (int i = 1; i <= n; i++) {
            for (int x = i; x > 0; x--) {
                chances[x] = chances[x] * (1 - p) + chances[x - 1] * p;
            }
            chances[0] *= 1 - p;
        }
        return chances;
    }

    private static Statistic quantile(SplittableRandom random) {
        return new Statistic[] {Statistic.P50, Statistic.P90, Statistic.P95}[random.nextInt(3)];
    }

    static int badness(Decision decision) {
        return decision == Decision.PASS ? 0 : decision == Decision.FAIL ? 2 : 1;
    }

    private static double[] nothingButFailures(int n) {
        double[] values = new double[n];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private static TargetVerdict judge(Target target, double[] values) {
        return Targets.judge(target, new PerRequest(values));
    }

    private static Decision decision(Target target, double[] values) {
        return judge(target, values).decision();
    }
}
