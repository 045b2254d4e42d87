package io.kanoa.thorgate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final long PERIOD = 100;

    @Test
    void steadySamples_coverTheWindow_alsoWithOneTickLeftOut() {
        assertThat(coverage(LongStream.of(0, 100, 200, 400, 500, 600, 700, 800, 900, 1000)))
                .isEqualTo(1.0);
    }

    @Test
    void gap_isSeen() {
        assertThat(coverage(LongStream.of(0, 100, 200, 600, 700, 800, 900, 1000)))
                .isCloseTo(0.8, within(1e-12));
    }

    @Test
    void sensorThatStops_coversOnlyWhatItReaches() {
        assertThat(coverage(LongStream.of(0, 100, 200))).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void samplesOutsideTheWindow_countAsFarAsTheyReach() {
        assertThat(coverage(LongStream.of(-500, -50, 1040, 1500))).isCloseTo(0.11, within(1e-12));
    }

    @Test
    void samplesCloseTogether_areNotCountedTwice() {
        assertThat(coverage(LongStream.of(500, 501, 502, 503))).isCloseTo(0.203, within(1e-12));
    }

    @Test
    void channelWithoutSamples_isNotCovered() {
        Coverage coverage = Coverage.of(List.of(), List.of(new Span(0, 1000)));

        assertThat(coverage.of("x")).isZero();
        assertThat(coverage.byChannel()).isEmpty();
    }

    @Test
    void emptyWindow_isNotCovered() {
        assertThat(Coverage.of(List.of(sample(5)), List.of(new Span(5, 5))).of("x"))
                .isZero();
    }

    @Test
    void channelsOfOneSensor_areCoveredEachByItself() {
        List<Sample> samples = List.of(
                new Sample(0, "s", Map.of("x", 1.0, "y", 1.0), PERIOD), new Sample(100, "s", Map.of("x", 1.0), PERIOD));

        assertThat(Coverage.of(samples, List.of(new Span(0, 200))).byChannel()).isEqualTo(Map.of("x", 1.0, "y", 0.5));
    }

    @Test
    void onlyTheSpans_areLookedAt() {
        List<Sample> samples = LongStream.of(0, 100, 200, 300, 1000, 1100)
                .mapToObj(CoverageTest::sample)
                .toList();

        assertThat(Coverage.of(samples, List.of(new Span(50, 150), new Span(350, 450), new Span(1000, 1200)))
                        .of("x"))
                .isCloseTo((100 + 50 + 200) / 400.0, within(1e-12));
    }

    @Test
    void sensorThatRestsOnPurpose_coversItsRest() {
        List<Sample> samples = List.of(
                new Sample(0, "pss", Map.of("x", 1.0), 100),
                new Sample(100, "pss", Map.of("x", 1.0), 5_000),
                new Sample(5_200, "pss", Map.of("x", 1.0), 5_000));

        assertThat(Coverage.of(samples, List.of(new Span(0, 10_000))).of("x")).isEqualTo(1);
    }

    @Test
    void timesBelowZero_areTimesLikeOthers() {
        List<Sample> samples =
                LongStream.of(-900, -800).mapToObj(CoverageTest::sample).toList();

        assertThat(Coverage.of(samples, List.of(new Span(-1000, -600))).of("x")).isEqualTo(0.75);
    }

    private static double coverage(LongStream times) {
        List<Sample> samples = times.mapToObj(CoverageTest::sample).toList();
        return Coverage.of(samples, List.of(new Span(0, 1000))).of("x");
    }

    private static Sample sample(long nanos) {
        return new Sample(nanos, "s", Map.of("x", 1.0), PERIOD);
    }
}
