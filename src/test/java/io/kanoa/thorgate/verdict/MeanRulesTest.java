package io.kanoa.thorgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.metrics.Observations.Pooled;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.metrics.Observations.TwoSamples;
import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeanRulesTest {

    private static final Comparison MORE = Comparison.GREATER;

    /** t(0.95; 2) = 2.919986; standard error 2 / sqrt(3). */
    @Test
    void boundsOfAMean_areStudents() {
        TargetVerdict verdict =
                Targets.judge(Targets.ttft(Statistic.MEAN, 46), new PerRequest(new double[] {40, 42, 44}));

        assertThat(verdict.measured()).isEqualTo(42);
        assertThat(verdict.lower()).isCloseTo(42 - 3.371709, within(1e-5));
        assertThat(verdict.upper()).isCloseTo(42 + 3.371709, within(1e-5));
        assertThat(verdict.decision()).isEqualTo(Decision.PASS);
    }

    @Test
    void rate_isJudgedByWhereItsBoundLies() {
        RatioOfSums fast = rate(60, 61, 59, 60.5, 59.5);

        assertThat(decide(Targets.rate(MORE, 50), fast)).isEqualTo(Decision.PASS);
        assertThat(decide(Targets.rate(MORE, 60), fast)).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(decide(Targets.rate(MORE, 70), fast)).isEqualTo(Decision.FAIL);
    }

    @Test
    void rate_isARatioOfSumsNotAMeanOfRates() {
        RatioOfSums uneven = new RatioOfSums(new double[] {100, 1}, new double[] {1, 1}, 0);
        RatioOfSums weighted = new RatioOfSums(new double[] {100, 10}, new double[] {1, 10}, 0);

        assertThat(Targets.judge(Targets.rate(MORE, 50), uneven).measured()).isEqualTo(50.5);
        assertThat(Targets.judge(Targets.rate(MORE, 50), weighted).measured()).isEqualTo(10);
    }

    @Test
    void failedRequest_takesThePassAwayAndLeavesTheFail() {
        RatioOfSums whole = rate(60, 61, 59, 60.5, 59.5);
        RatioOfSums failed = new RatioOfSums(whole.numerators(), whole.denominators(), 1);

        TargetVerdict verdict = Targets.judge(Targets.rate(MORE, 50), failed);

        assertThat(verdict.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(verdict.reason()).startsWith("1 of 6 requests failed");
        assertThat(decide(Targets.rate(MORE, 70), failed)).isEqualTo(Decision.FAIL);
        assertThat(decide(Targets.ttft(Statistic.MEAN, 50), new PerRequest(new double[] {1, 1.1, 1.2, Double.NaN})))
                .isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void tooLittle_settlesNothing() {
        assertThat(decide(Targets.rate(MORE, 50), rate(60))).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(decide(Targets.rate(MORE, 50), rate())).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(decide(degradation(1.5), new TwoSamples(new double[] {1}, new double[] {1, 1.1}, 0)))
                .isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void valuesThatAreAllOnTheLimit_meetItOnlyIfItMayBeReached() {
        RatioOfSums onTheLimit = rate(50, 50, 50);

        assertThat(decide(Targets.rate(Comparison.GREATER, 50), onTheLimit)).isEqualTo(Decision.FAIL);
        assertThat(decide(Targets.rate(Comparison.AT_LEAST, 50), onTheLimit)).isEqualTo(Decision.PASS);
        assertThat(decide(Targets.rate(Comparison.AT_MOST, 50), onTheLimit)).isEqualTo(Decision.PASS);
        assertThat(decide(Targets.rate(Comparison.LESS, 50), onTheLimit)).isEqualTo(Decision.FAIL);
    }

    @Test
    void degradation_isARatioOfMeans() {
        TwoSamples half = new TwoSamples(new double[] {29, 30, 31, 30}, new double[] {20, 20.5, 19.5, 20}, 0);

        TargetVerdict verdict = Targets.judge(degradation(2), half);

        assertThat(verdict.measured()).isCloseTo(1.5, within(1e-9));
        assertThat(verdict.decision()).isEqualTo(Decision.PASS);
        assertThat(decide(degradation(1.5), half)).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(decide(degradation(1.2), half)).isEqualTo(Decision.FAIL);
    }

    /** Equal samples: Welch's degrees of freedom are then 2 (n - 1), the bound solves 3 = t sqrt(v (1 + R^2)) style. */
    @Test
    void degradationBounds_solveTheTestTheyComeFrom() {
        TwoSamples samples = new TwoSamples(new double[] {10, 12, 14}, new double[] {8, 10, 12}, 0);
        TargetVerdict verdict = Targets.judge(degradation(1), samples);
        double t = 2.131847; // t(0.95; 4)

        for (double bound : List.of(verdict.lower(), verdict.upper())) {
            double distance = Math.abs(12 - bound * 10);
            assertThat(distance).isCloseTo(t * Math.sqrt(4.0 / 3 * (1 + bound * bound)), within(1e-4));
        }
        assertThat(verdict.lower()).isLessThan(1.2);
        assertThat(verdict.upper()).isGreaterThan(1.2);
    }

    @ParameterizedTest
    @EnumSource(Comparison.class)
    void decision_isWhatTheBoundsSay(Comparison comparison) {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 500; i++) {
            Target target = Targets.rate(comparison, random.nextDouble(40, 60));
            double[] rates = random.doubles(random.nextInt(2, 30), 45, 55).toArray();

            assertConsistent(target, Targets.judge(target, rate(rates)));
            double[] others = Arrays.stream(rates).map(r -> r / 50).toArray();
            assertConsistent(target, Targets.judge(target, new TwoSamples(rates, others, 0)));
        }
    }

    /** Property 8. */
    @Test
    void unitsAndDirection_doNotMatter() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 300; i++) {
            double[] values = random.doubles(random.nextInt(2, 20), 90, 110).toArray();
            double limit = random.nextDouble(95, 105);
            Decision plain = decide(Targets.ttft(Statistic.MEAN, limit), new PerRequest(values));
            Target inSeconds =
                    Targets.of(Metric.TIME_TO_FIRST_TOKEN, Statistic.MEAN, Comparison.LESS, limit / 1000, Unit.SECONDS);
            Target flipped = Targets.of(
                    Metric.TIME_TO_FIRST_TOKEN, Statistic.MEAN, Comparison.GREATER, -limit, Unit.MILLISECONDS);

            assertThat(decide(inSeconds, new PerRequest(values))).isEqualTo(plain);
            assertThat(decide(
                            flipped,
                            new PerRequest(Arrays.stream(values).map(v -> -v).toArray())))
                    .isEqualTo(plain);
        }
    }

    @Test
    void pooledMean_takesTheRequestAsUnit() {
        Pooled gaps = new Pooled(List.of(new double[] {10, 10, 10, 10}, new double[] {20, 20, 20, 20}), 0);
        Target target = Targets.of(Metric.INTER_CHUNK_LATENCY, Statistic.MEAN, Comparison.LESS, 20, Unit.MILLISECONDS);

        TargetVerdict verdict = Targets.judge(target, gaps);

        assertThat(verdict.measured()).isEqualTo(15);
        assertThat(verdict.n()).isEqualTo(2);
        assertThat(verdict.decision()).isEqualTo(Decision.INCONCLUSIVE);
    }

    private static void assertConsistent(Target target, TargetVerdict verdict) {
        Comparison comparison = target.comparison();
        double good = comparison.isUpperLimit() ? verdict.upper() : verdict.lower();
        double bad = comparison.isUpperLimit() ? verdict.lower() : verdict.upper();
        boolean fails = !Double.isNaN(bad) && !target.metBy(bad);
        assertThat(verdict.decision())
                .isEqualTo(target.metBy(good) ? Decision.PASS : fails ? Decision.FAIL : Decision.INCONCLUSIVE);
        assertThat(verdict.lower()).isLessThanOrEqualTo(verdict.measured());
        assertThat(verdict.upper()).isGreaterThanOrEqualTo(verdict.measured());
    }

    private static Target degradation(double limit) {
        return Targets.of(Metric.INTER_TOKEN_LATENCY_DEGRADATION, Statistic.MEAN, Comparison.LESS, limit, Unit.TIMES);
    }

    private static RatioOfSums rate(double... tokens) {
        return new RatioOfSums(tokens, Moments.ones(tokens.length), 0);
    }

    private static Decision decide(Target target, Observations observations) {
        return Targets.judge(target, observations).decision();
    }
}
