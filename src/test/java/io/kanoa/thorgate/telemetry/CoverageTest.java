package io.kanoa.thorgate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final Duration PERIOD = Duration.ofNanos(100);

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
        Coverage coverage = Coverage.of(List.of(), 0, 1000, PERIOD);

        assertThat(coverage.of("x")).isZero();
        assertThat(coverage.byChannel()).isEmpty();
    }

    @Test
    void emptyWindow_isNotCovered() {
        assertThat(Coverage.of(List.of(sample(5)), 5, 5, PERIOD).of("x")).isZero();
    }

    @Test
    void channelsOfOneSensor_areCoveredEachByItself() {
        List<Sample> samples =
                List.of(new Sample(0, "s", Map.of("x", 1.0, "y", 1.0)), new Sample(100, "s", Map.of("x", 1.0)));

        assertThat(Coverage.of(samples, 0, 200, PERIOD).byChannel()).isEqualTo(Map.of("x", 1.0, "y", 0.5));
    }

    private static double coverage(LongStream times) {
        List<Sample> samples = times.mapToObj(CoverageTest::sample).toList();
        return Coverage.of(samples, 0, 1000, PERIOD).of("x");
    }

    private static Sample sample(long nanos) {
        return new Sample(nanos, "s", Map.of("x", 1.0));
    }
}
