package io.kanoa.thorgate.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.history.Finding.Decision;
import io.kanoa.thorgate.plan.Metric;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegressionRuleTest {

    private static final double[] TEN = {100, 102, 98, 101, 99, 100, 103, 97, 100.5, 99.5};

    private static Baseline latency(double... values) {
        return Baseline.of(Metric.REQUEST_LATENCY, PastRun.unsuspected(values));
    }

    private static double[] first(int count) {
        return Arrays.copyOf(TEN, count);
    }

    /** Logs 0, 0.1, ..., 0.4: mean 0.2, s = 0.158114; x = 0.8 gives t = 0.6 / (s sqrt(1.2)) = 3.4641 on 4 degrees. */
    @Test
    void pValue_isThatOfThePrediction() {
        double[] past = DoubleStream.of(0, 0.1, 0.2, 0.3, 0.4).map(Math::exp).toArray();

        Finding found = RegressionRule.compare(latency(past), Math.exp(0.8));

        assertThat(found.pValue()).isCloseTo(0.012860, within(1e-5));
        assertThat(found.change()).isCloseTo(Math.expm1(0.6), within(1e-12));
    }

    /** The mean of four runs is worth more than one: t = 0.6 / (s sqrt(1/4 + 1/5)) = 5.6569. */
    @Test
    void moreNewRuns_weighMore() {
        double[] past = DoubleStream.of(0, 0.1, 0.2, 0.3, 0.4).map(Math::exp).toArray();
        double[] fresh = DoubleStream.of(0.7, 0.9, 0.8, 0.8).map(Math::exp).toArray();

        assertThat(RegressionRule.compare(latency(past), fresh).pValue()).isCloseTo(0.002406, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"100, STEADY", "104, STEADY", "110, SUSPECT", "90, STEADY", "70, IMPLAUSIBLE_IMPROVEMENT"})
    void latency_isWorseIfHigher(double value, Decision expected) {
        assertThat(RegressionRule.compare(latency(TEN), value).decision()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {70, 90, 95, 100, 104, 105, 106, 110, 150})
    void reciprocalRateInOtherUnit_isJudgedAlike(double value) {
        double[] rates = Arrays.stream(TEN).map(v -> 1000 / v).toArray();
        Baseline baseline = Baseline.of(Metric.REQUEST_THROUGHPUT, PastRun.unsuspected(rates));

        Finding flipped = RegressionRule.compare(baseline, 1000 / value);
        Finding scaled = RegressionRule.compare(
                latency(Arrays.stream(TEN).map(v -> v / 1e9).toArray()), value / 1e9);
        Finding plain = RegressionRule.compare(latency(TEN), value);

        assertThat(flipped.decision()).isEqualTo(plain.decision()).isEqualTo(scaled.decision());
        assertThat(flipped.pValue()).isCloseTo(plain.pValue(), within(1e-9));
        assertThat(scaled.pValue()).isCloseTo(plain.pValue(), within(1e-9));
        assertThat(flipped.change()).isCloseTo(plain.change(), within(1e-9));
    }

    @Test
    void significantButTolerated_isSteady() {
        double[] quiet = {100, 100.01, 99.99, 100, 100.01, 99.99, 100, 100};

        assertThat(RegressionRule.compare(latency(quiet), 102.9).decision()).isEqualTo(Decision.STEADY);
        assertThat(RegressionRule.compare(latency(quiet), 103.1).decision()).isEqualTo(Decision.SUSPECT);
    }

    @Test
    void valuesThatNeverVaried_areComparedWithoutDividingByZero() {
        Baseline constant = latency(7, 7, 7, 7, 7, 7, 7, 7);

        assertThat(RegressionRule.compare(constant, 7).decision()).isEqualTo(Decision.STEADY);
        assertThat(RegressionRule.compare(constant, 8).decision()).isEqualTo(Decision.SUSPECT);
    }

    @ParameterizedTest
    @CsvSource({"110, REGRESSION", "104.5, REGRESSION", "102.5, STEADY", "100, STEADY", "60, STEADY"})
    void suspicion_isDecidedByTheFreshRunAlone(double fresh, Decision expected) {
        Baseline baseline = latency(TEN);
        Finding suspicion = RegressionRule.compare(baseline, 115);

        Finding found = RegressionRule.confirm(baseline, suspicion, fresh);

        assertThat(found.decision()).isEqualTo(expected);
        assertThat(found.isMiss()).isEqualTo(expected == Decision.REGRESSION);
    }

    @Test
    void steadyFinding_cannotBeConfirmed() {
        Baseline baseline = latency(TEN);
        Finding steady = RegressionRule.compare(baseline, 100);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionRule.confirm(baseline, steady, 110))
                .withMessageContaining("STEADY");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4})
    void underFiveRuns_areTooFew(int count) {
        Finding found = RegressionRule.compare(latency(first(count)), 200);

        assertThat(found.decision()).isEqualTo(Decision.TOO_FEW);
        assertThat(found.isMiss()).isFalse();
        assertThat(found.reason()).contains(count + " runs", "5 are needed", "8 to gate");
    }

    @ParameterizedTest
    @CsvSource({"5, true", "7, true", "8, false", "10, false"})
    void underEightRuns_adviseOnly(int count, boolean advisory) {
        Baseline baseline = latency(first(count));
        Finding suspicion = RegressionRule.compare(baseline, 120);
        Finding found = RegressionRule.confirm(baseline, suspicion, 120);

        assertThat(suspicion.decision()).isEqualTo(Decision.SUSPECT);
        assertThat(found.decision()).isEqualTo(Decision.REGRESSION);
        assertThat(found.advisory()).isEqualTo(advisory);
        assertThat(found.isMiss()).isEqualTo(!advisory);
    }

    @Test
    void reason_speaksOfTheMetricAsPeopleReadIt() {
        Baseline rate = Baseline.of(Metric.REQUEST_THROUGHPUT, PastRun.unsuspected(TEN));

        assertThat(RegressionRule.compare(rate, 80).reason())
                .startsWith("request_throughput -20.0 % (worse) against 10 runs that vary by 1.8 %, p = ")
                .endsWith(": SUSPECT, a fresh run has to confirm it");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 0, -1, Double.POSITIVE_INFINITY})
    void valueWithoutLogarithm_isRefused(double wrong) {
        double[] past = TEN.clone();
        past[3] = wrong;

        assertThat(Cost.isDefinedFor(wrong)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> latency(past))
                .withMessageContaining("request_latency is " + wrong + " in run 4 of 10")
                .withMessageContaining("leave that run out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionRule.compare(latency(TEN), 100, wrong))
                .withMessageContaining("new run 2 of 2");
    }

    @Test
    void noNewRun_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionRule.compare(latency(TEN)))
                .withMessageContaining("no new run");
    }
}
