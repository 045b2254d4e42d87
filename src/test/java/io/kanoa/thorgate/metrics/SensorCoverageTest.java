package io.kanoa.thorgate.metrics;

import static io.kanoa.thorgate.telemetry.SampleChannels.ENGINE_PSS_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.MEMORY_AVAILABLE_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.TEMPERATURE_GPU_C;
import static io.kanoa.thorgate.telemetry.SampleChannels.VIN_POWER_W;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.metrics.Observations.Extreme;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.telemetry.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SensorCoverageTest {

    private static final Duration TICK = Duration.ofMillis(100);

    /** 30 requests, one a second, each of 0.3 s. */
    private static final List<Timeline> REQUESTS =
            IntStream.range(0, 30).mapToObj(i -> Timelines.steady(1000 * i)).toList();

    @Test
    void sensorThatStops_leavesNoPower_andTheReasonSaysHowMuchIsCovered() {
        List<Sample> stopped = ticks(0, 20_000, VIN_POWER_W, 50);

        assertThat(observed(stopped, Metric.VIN_AVERAGE_POWER))
                .isEqualTo(
                        new Missing("fresh samples of vin_power_w cover 67.8 % of the request time; 90 % are needed"));
        assertThat(source(stopped, Metric.VIN_AVERAGE_POWER).covered()).isCloseTo(0.678, within(0.001));
    }

    @Test
    void sensorThatPausesBriefly_isEnough() {
        List<Sample> paused = Stream.concat(
                        ticks(0, 10_000, VIN_POWER_W, 50).stream(), ticks(12_000, 30_000, VIN_POWER_W, 50).stream())
                .toList();

        assertThat(observed(paused, Metric.VIN_AVERAGE_POWER)).isInstanceOf(RatioOfSums.class);
        assertThat(source(paused, Metric.VIN_AVERAGE_POWER).covered()).isBetween(0.9, 0.99);
    }

    @Test
    void pausesBetweenRequests_needNoSamples() {
        List<Sample> only = IntStream.range(0, 30)
                .boxed()
                .flatMap(i -> ticks(1000 * i - 100, 1000 * i + 400, VIN_POWER_W, 50).stream())
                .toList();

        assertThat(source(only, Metric.VIN_AVERAGE_POWER).covered()).isEqualTo(1);
    }

    @Test
    void slowSensorOfTheEnginesMemory_isCoveredByItsOwnPace() {
        List<Sample> slow = List.of(
                pss(-8_000, 100, 7e9), pss(-7_800, 5_000, 8e9), pss(-1_000, 15_000, 9e9), pss(14_100, 15_000, 9e9));

        assertThat(observed(slow, Metric.ENGINE_MEMORY_PEAK)).isEqualTo(new Extreme(9e9, 4));
        assertThat(source(slow, Metric.ENGINE_MEMORY_PEAK).covered()).isGreaterThan(0.95);
    }

    @Test
    void sensorOfTheEnginesMemoryThatStopped_isNotEnough() {
        List<Sample> stopped = List.of(pss(-1_000, 5_000, 9e9), pss(4_100, 5_000, 9e9));

        assertThat(observed(stopped, Metric.ENGINE_MEMORY_PEAK)).isInstanceOf(Missing.class);
    }

    @Test
    void memoryOfTheMachine_mustBeCoveredWhileLoadingToo() {
        List<Sample> whole = ticks(-20_000, 30_000, MEMORY_AVAILABLE_BYTES, 5e9);
        List<Sample> late = Stream.concat(
                        ticks(-20_000, -19_900, "cpu_ratio", 1).stream(),
                        ticks(0, 30_000, MEMORY_AVAILABLE_BYTES, 5e9).stream())
                .toList();

        assertThat(observed(whole, Metric.MEMORY_AVAILABLE_MIN)).isEqualTo(new Extreme(5e9, whole.size()));
        assertThat(observed(late, Metric.MEMORY_AVAILABLE_MIN))
                .isEqualTo(new Missing(
                        "fresh samples of memory_available_bytes cover 60.2 % of the row; 90 % are needed"));
    }

    @Test
    void samplerThatDies_isSeenThoughNoSensorSpeaksAnyMore() {
        assertThat(observed(ticks(0, 3_000, MEMORY_AVAILABLE_BYTES, 5e9), Metric.MEMORY_AVAILABLE_MIN))
                .isInstanceOf(Missing.class);
    }

    @Test
    void temperature_isTheHottest() {
        List<Sample> samples = Stream.concat(
                        ticks(0, 15_000, TEMPERATURE_GPU_C, 60).stream(),
                        ticks(15_100, 30_000, TEMPERATURE_GPU_C, 71).stream())
                .toList();

        assertThat(observed(samples, Metric.GPU_TEMPERATURE_PEAK)).isEqualTo(new Extreme(71, samples.size()));
    }

    @Test
    void readingThatCannotBeTrue_isLeftOut_andManySuchLeaveNoValue() {
        List<Sample> good = ticks(0, 30_000, VIN_POWER_W, 50);
        List<Sample> oneJump = Stream.concat(good.stream(), ticks(10_050, 10_051, VIN_POWER_W, 2_600_000).stream())
                .sorted((a, b) -> Long.compare(a.nanos(), b.nanos()))
                .toList();
        List<Sample> manyJumps = Stream.concat(
                        ticks(0, 20_000, VIN_POWER_W, 50).stream(), ticks(20_100, 30_000, VIN_POWER_W, 50_000).stream())
                .toList();

        assertThat(Summary.of(Metric.VIN_AVERAGE_POWER, observed(oneJump, Metric.VIN_AVERAGE_POWER))
                        .orElseThrow()
                        .point())
                .isCloseTo(50, within(1e-9));
        assertThat(observed(manyJumps, Metric.VIN_AVERAGE_POWER)).isInstanceOf(Missing.class);
    }

    private static List<Sample> ticks(int fromMillis, int toMillis, String channel, double value) {
        return IntStream.iterate(fromMillis, t -> t <= toMillis, t -> t + 100)
                .mapToObj(t -> Timelines.sample(t, Map.of(channel, value)).reaching(TICK))
                .toList();
    }

    private static Sample pss(double millis, long restMillis, double bytes) {
        return Timelines.sample(millis, Map.of(ENGINE_PSS_BYTES, bytes)).reaching(Duration.ofMillis(restMillis));
    }

    private static Observations observed(List<Sample> samples, Metric metric) {
        return Metrics.of(Timelines.sampled(REQUESTS, samples)).getOrDefault(metric, new Missing("not observed"));
    }

    private static Source source(List<Sample> samples, Metric metric) {
        return java.util.Objects.requireNonNull(
                Metrics.sources(Timelines.sampled(REQUESTS, samples)).get(metric));
    }
}
