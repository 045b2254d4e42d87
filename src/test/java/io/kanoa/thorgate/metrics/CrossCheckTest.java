package io.kanoa.thorgate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.metrics.CrossCheck.Quantity;
import io.kanoa.thorgate.stream.EngineTimings;
import io.kanoa.thorgate.stream.Outcome;
import io.kanoa.thorgate.stream.Timeline;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrossCheckTest {

    private static final long MILLI = 1_000_000;

    /** The client sees 11 tokens, 10 gaps of 20 ms, and 10 prompt tokens in 100 ms. */
    @Test
    void engineThatAgrees_countsStepsBetweenTokens() {
        List<CrossCheck> checks = check(with(10, 100, 11, 200), with(10, 100, 11, 200));

        assertThat(checks)
                .extracting(CrossCheck::quantity)
                .containsExactly(Quantity.DECODE_RATE, Quantity.PREFILL_RATE);
        assertThat(checks).allSatisfy(check -> {
            assertThat(check.disagreement()).isCloseTo(0, within(1e-9));
            assertThat(check.isWorthAWarning()).isFalse();
            assertThat(check.n()).isEqualTo(2);
        });
        assertThat(checks.get(0).client()).isCloseTo(50, within(1e-9));
        assertThat(checks.get(1).client()).isCloseTo(100, within(1e-9));
    }

    @Test
    void disagreement_isThatOfTheSums_inPercentOfTheEngine() {
        CrossCheck decode =
                check(with(10, 100, 11, 190), with(10, 100, 11, 200)).get(0);

        assertThat(decode.engine()).isCloseTo(20 / 0.39, within(1e-9));
        assertThat(decode.disagreement()).isCloseTo(100 * (0.39 / 0.4 - 1), within(1e-9));
        assertThat(decode.isWorthAWarning()).isTrue();
    }

    @Test
    void warning_isGivenOverTwoPercentOnEitherSide() {
        assertThat(check(with(10, 98.1, 11, 200)).get(1).isWorthAWarning()).isFalse();
        assertThat(check(with(10, 97.9, 11, 200)).get(1).isWorthAWarning()).isTrue();
        assertThat(check(with(10, 102.1, 11, 200)).get(1).isWorthAWarning()).isTrue();
    }

    @Test
    void prefill_comparesTheTokensThatTheEngineWorkedOn() {
        CrossCheck prefill = check(with(5, 100, 11, 200)).get(1);

        assertThat(prefill.disagreement()).isCloseTo(0, within(1e-9));
    }

    @Test
    void engineWithoutTimings_isNotCompared() {
        assertThat(check(Timelines.steady(0))).isEmpty();
        assertThat(check(with(-1, -1e-6, -1, -1e-6))).isEmpty();
    }

    @Test
    void halfOfTheTimings_areComparedAsFarAsTheyGo() {
        assertThat(check(with(-1, -1e-6, 11, 200)))
                .extracting(CrossCheck::quantity)
                .containsExactly(Quantity.DECODE_RATE);
    }

    @Test
    void failedRequests_areLeftOut() {
        Timeline whole = with(10, 100, 11, 200);
        Timeline failed = with(10, 1, 11, 1, new Outcome(Outcome.Kind.INVALID, "made by hand"));

        assertThat(check(whole, failed)).isEqualTo(check(whole));
    }

    private static List<CrossCheck> check(Timeline... measured) {
        return CrossCheck.of(Timelines.measured(List.of(measured)));
    }

    private static Timeline with(int promptTokens, double promptMillis, int tokens, double millis) {
        return with(promptTokens, promptMillis, tokens, millis, Outcome.OK);
    }

    private static Timeline with(int promptTokens, double promptMillis, int tokens, double millis, Outcome outcome) {
        Timeline t = Timelines.steady(0);
        EngineTimings timings =
                new EngineTimings(promptTokens, Math.round(promptMillis * MILLI), tokens, Math.round(millis * MILLI));
        return new Timeline(
                t.scheduledNanos(),
                t.connectedNanos(),
                t.sentNanos(),
                t.firstByteNanos(),
                t.chunks(),
                t.finishReason(),
                t.usage(),
                t.usageNanos(),
                Optional.of(timings),
                t.closedNanos(),
                outcome,
                "");
    }
}
