package io.kanoa.thorgate.history;

import static io.kanoa.thorgate.history.Checks.joined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.history.Finding.Decision;
import io.kanoa.thorgate.plan.Metric;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {

    private final Checks engine = new Checks(31, 10);

    private static Baseline latency(int acknowledged, double... values) {
        return Baseline.of(Metric.REQUEST_LATENCY, PastRun.unsuspected(values), acknowledged);
    }

    @Test
    void worseStep_isShownAndNotTheBaselineUntilAcknowledged() {
        double[] history = joined(engine.runs(12, 1), engine.runs(9, 1.15));

        Baseline unseen = latency(0, history);
        Baseline seen = latency(21, history);

        assertThat(unseen.level()).isCloseTo(80, within(1.5));
        assertThat(unseen.unacknowledged()).singleElement().satisfies(step -> {
            assertThat(step.segment().from()).isEqualTo(12);
            assertThat(step.change()).isCloseTo(0.15, within(0.03));
            assertThat(step.pValue()).isLessThan(0.001);
        });
        assertThat(seen.level()).isCloseTo(92, within(1.5));
        assertThat(seen.runs()).isEqualTo(9);
        assertThat(seen.unacknowledged()).isEmpty();
        assertThat(RegressionRule.compare(unseen, 92).decision()).isEqualTo(Decision.SUSPECT);
        assertThat(RegressionRule.compare(seen, 92).decision()).isEqualTo(Decision.STEADY);
    }

    @Test
    void acknowledgement_coversNoLaterStep() {
        double[] history = joined(engine.runs(12, 1), engine.runs(9, 1.15), engine.runs(8, 1.3));

        Baseline found = latency(15, history);

        assertThat(found.segment().from()).isEqualTo(12);
        assertThat(found.unacknowledged())
                .extracting(step -> step.segment().from())
                .containsExactly(21);
    }

    @Test
    void betterStep_isTheBaselineAtOnce() {
        Baseline found = latency(0, joined(engine.runs(12, 1), engine.runs(8, 0.85)));

        assertThat(found.level()).isCloseTo(68, within(1.5));
        assertThat(found.runs()).isEqualTo(8);
    }

    @Test
    void rateThatFell_isAWorseStep() {
        double[] history = joined(engine.runs(12, 1), engine.runs(9, 0.85));

        Baseline found = Baseline.of(Metric.REQUEST_THROUGHPUT, PastRun.unsuspected(history));

        assertThat(found.unacknowledged()).hasSize(1);
        assertThat(found.level()).isCloseTo(80, within(1.5));
    }

    @Test
    void recoveryHalfWay_isNoExcuse() {
        Baseline half = latency(0, joined(engine.runs(12, 1), engine.runs(9, 1.3), engine.runs(9, 1.15)));
        Baseline whole = latency(0, joined(engine.runs(12, 1), engine.runs(9, 1.3), engine.runs(9, 1)));

        assertThat(half.segment().from()).isZero();
        assertThat(half.unacknowledged()).hasSize(2);
        assertThat(whole.segment().from()).isEqualTo(21);
        assertThat(whole.unacknowledged()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 60})
    void regressionRepeated_neverBecomesTheNorm(int times) {
        List<PastRun> history = new ArrayList<>(PastRun.unsuspected(engine.runs(10, 1)));
        for (double value : engine.runs(times, 1.12)) {
            history.add(new PastRun(value, true));
        }

        Baseline found = Baseline.of(Metric.REQUEST_LATENCY, history);

        assertThat(found.runs()).isEqualTo(10);
        assertThat(RegressionRule.compare(found, 80 * 1.12).decision()).isEqualTo(Decision.SUSPECT);
    }

    @Test
    void acknowledgedRegressions_areExamplesAgain() {
        List<PastRun> history = new ArrayList<>(PastRun.unsuspected(engine.runs(10, 1)));
        history.add(new PastRun(90, true));

        assertThat(Baseline.of(Metric.REQUEST_LATENCY, history, 11).runs()).isEqualTo(11);
        assertThat(Baseline.of(Metric.REQUEST_LATENCY, history, 10).runs()).isEqualTo(10);
    }

    @Test
    void longHistory_isSeenThroughAWindowOfThirty() {
        double[] values = new double[40];
        for (int i = 0; i < 40; i++) {
            values[i] = i < 10 ? 100 : 100.2 - 0.4 * (i % 2);
        }

        Baseline found = latency(0, values);

        assertThat(found.segment().size()).isEqualTo(40);
        assertThat(found.runs()).isEqualTo(30);
        assertThat(found.variation()).isCloseTo(0.002 * Math.sqrt(30 / 29.0), within(1e-6));
    }

    @Test
    void noHistory_isABaselineOfNoRuns() {
        Baseline none = latency(0);

        assertThat(none.runs()).isZero();
        assertThat(none.segments()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4})
    void acknowledgementOutsideTheHistory_isRefused(int acknowledged) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> latency(acknowledged, 1, 2, 3))
                .withMessageContaining("history of 3 runs");
    }
}
