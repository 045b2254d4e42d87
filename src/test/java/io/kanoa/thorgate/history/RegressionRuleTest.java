package io.kanoa.thorgate.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.history.Regression.Decision;
import io.kanoa.thorgate.plan.Metric;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Property 11: a regression of nothing is hardly ever reported, one of 10 % nearly always. */
class RegressionRuleTest {

    private static final int SIMULATIONS = 20_000;
    private static final double VARIATION = 0.02;
    private static final Metric LATENCY = Metric.TIME_TO_FIRST_TOKEN;
    private static final Metric RATE = Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER;

    private final Random random = new Random(11);

    private double[] runs(int count, double mean) {
        return DoubleStream.generate(() -> mean * Math.exp(VARIATION * random.nextGaussian()))
                .limit(count)
                .toArray();
    }

    private boolean isRegression(double[] history, double mean) {
        RegressionRule rule = RegressionRule.of(LATENCY, history);
        return rule.check(runs(1, mean)).decision() == Decision.SUSPECT
                && rule.confirm(runs(1, mean)).decision() == Decision.REGRESSION;
    }

    /** The mutant: against the last run alone, with the spread known, at the confirmation's level. */
    private boolean mutantIsRegression(double[] history, double mean) {
        double change = runs(1, mean)[0] / history[history.length - 1] - 1;
        return change > 0.03 && change / (VARIATION * Math.sqrt(2)) > 1.645;
    }

    @Test
    void unchangedRuns_areHardlyEverARegression() {
        int found = 0;
        for (int i = 0; i < SIMULATIONS; i++) {
            found += isRegression(runs(10, 100), 100) ? 1 : 0;
        }

        assertThat(found / (double) SIMULATIONS).isLessThanOrEqualTo(0.003);
    }

    @Test
    void tenPercent_isNearlyAlwaysFound() {
        int found = 0;
        for (int i = 0; i < SIMULATIONS; i++) {
            found += isRegression(runs(10, 100), 110) ? 1 : 0;
        }

        assertThat(found / (double) SIMULATIONS).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void comparingWithTheLastRunAlone_isCaught() {
        int found = 0;
        for (int i = 0; i < SIMULATIONS; i++) {
            found += mutantIsRegression(runs(10, 100), 100) ? 1 : 0;
        }

        assertThat(found / (double) SIMULATIONS).isBetween(0.03, 0.07);
    }

    @Test
    void check_givesTheTTestOfANewMean() {
        double[] history = {Math.exp(1), Math.exp(2), Math.exp(3), Math.exp(2), Math.exp(2)};

        Regression regression = RegressionRule.of(LATENCY, history).check(Math.exp(4));

        // t = 2 / (0.70711 sqrt(1 + 1/5)) = 2.58199 with 4 degrees of freedom
        assertThat(regression.p()).isCloseTo(0.0305994, within(1e-7));
        assertThat(regression.change()).isCloseTo(Math.expm1(2), within(1e-12));
        assertThat(regression.history()).isEqualTo(5);
        assertThat(regression.gates()).isFalse();
    }

    @Test
    void unitAndDirection_changeNothing() {
        for (int i = 0; i < 200; i++) {
            double[] history = runs(10, 100);
            double run = runs(1, 106)[0];
            Regression plain = RegressionRule.of(LATENCY, history).check(run);
            Regression scaled = RegressionRule.of(
                            LATENCY, Arrays.stream(history).map(v -> v * 1e-3).toArray())
                    .check(run * 1e-3);
            Regression flipped = RegressionRule.of(
                            RATE, Arrays.stream(history).map(v -> 1 / v).toArray())
                    .check(1 / run);

            assertThat(scaled.decision()).isEqualTo(plain.decision());
            assertThat(flipped.decision()).isEqualTo(plain.decision());
            assertThat(flipped.p()).isCloseTo(plain.p(), within(1e-9));
        }
    }

    @Test
    void history_isThatSinceTheLastStep() {
        double[] history = DoubleStream.concat(Arrays.stream(runs(12, 100)), Arrays.stream(runs(10, 130)))
                .toArray();

        Regression regression = RegressionRule.of(LATENCY, history).check(130);

        assertThat(regression.history()).isBetween(9, 11);
        assertThat(regression.decision()).isEqualTo(Decision.STEADY);
        assertThat(Segments.of(Arrays.stream(history).map(Math::log).toArray())).hasSize(2);
    }

    @Test
    void history_isThatOfTheLast30Runs() {
        assertThat(RegressionRule.of(LATENCY, runs(50, 100)).check(100).history())
                .isEqualTo(30);
    }

    @Test
    void fewRuns_adviseAndFewerSayNothing() {
        assertThat(RegressionRule.of(LATENCY, runs(4, 100)).check(150).decision())
                .isEqualTo(Decision.TOO_FEW);
        assertThat(RegressionRule.of(LATENCY, runs(7, 100)).check(150))
                .satisfies(regression -> assertThat(regression.decision()).isEqualTo(Decision.SUSPECT))
                .satisfies(regression -> assertThat(regression.gates()).isFalse());
        assertThat(RegressionRule.of(LATENCY, runs(8, 100)).check(150).gates()).isTrue();
    }

    @Test
    void runTwiceAsFast_isImplausible() {
        assertThat(RegressionRule.of(LATENCY, runs(10, 100)).check(50).decision())
                .isEqualTo(Decision.IMPLAUSIBLE_IMPROVEMENT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void valueThatIsNoMeasurement_isRefused(double value) {
        assertThatThrownBy(() -> RegressionRule.of(LATENCY, new double[] {1, value}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value 2 of 2");
    }

    @Test
    void runWithoutValues_isRefused() {
        RegressionRule rule = RegressionRule.of(LATENCY, runs(10, 100));

        assertThatThrownBy(rule::check).hasMessageContaining("without values");
    }
}
