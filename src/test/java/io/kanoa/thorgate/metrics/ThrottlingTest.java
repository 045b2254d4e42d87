package io.kanoa.thorgate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.telemetry.Sample;
import io.kanoa.thorgate.telemetry.SampleChannels;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThrottlingTest {

    private static final Duration TICK = Duration.ofMillis(100);

    /** Measured from 0 to 1300 ms. */
    private static final List<Timeline> ANSWERS = List.of(Timelines.steady(0), Timelines.steady(1000));

    @Test
    void eachTimeItBegins_counts_alsoWhereItHadBegunBefore() {
        assertThat(events(sample(10, 1), sample(200, 1), sample(400, 0), sample(600, 0.5)))
                .isEqualTo(2);
        assertThat(events(sample(10, 0), sample(200, 0))).isZero();
        assertThat(events()).isZero();
    }

    @Test
    void whatIsOutsideOfTheMeasuredTime_doesNotCount() {
        assertThat(events(sample(-50, 1), sample(10, 0), sample(1400, 1))).isZero();
    }

    @Test
    void rowThrottledForItsWholeLength_isSeen_withTheReason() {
        Throttled capped = throttled(capped(-100), capped(0), capped(500), capped(1000), capped(1300));

        assertThat(capped).isEqualTo(new Throttled(1, List.of("sw_power_cap")));
        assertThat(capped.text()).isEqualTo("throttled once (sw_power_cap)");
    }

    @Test
    void rowThatIsShorterThanATick_isJudgedByTheSamplesAroundIt() {
        Evidence brief = Timelines.sampled(
                List.of(Timelines.steady(0)),
                List.of(capped(-5).reaching(TICK), capped(305).reaching(TICK)));
        Evidence stale = Timelines.sampled(
                List.of(Timelines.steady(0)), List.of(capped(-500).reaching(TICK)));

        assertThat(Throttling.of(brief).events()).isEqualTo(1);
        assertThat(Throttling.of(stale)).isEqualTo(Throttled.NEVER);
    }

    @Test
    void alertOfTheKernel_isNamed() {
        Throttled hot = throttled(
                Timelines.sample(
                        0, Map.of(SampleChannels.THERMAL_THROTTLED_RATIO, 0.0, "throttle_alert_cpu_ratio", 0.0)),
                Timelines.sample(
                        500, Map.of(SampleChannels.THERMAL_THROTTLED_RATIO, 1.0, "throttle_alert_gpu_ratio", 1.0)));

        assertThat(hot).isEqualTo(new Throttled(1, List.of("throttle_alert_gpu")));
    }

    @Test
    void throttledShare_isOfTheRequestTime_whicheverSensorTellsOfIt() {
        List<Sample> samples = List.of(
                both(-100, 0, 0),
                both(0, 1, 0),
                both(150, 1, 0),
                both(150.001, 0, 0),
                both(1000, 0, 0),
                both(1300, 0, 1));

        RatioOfSums share = (RatioOfSums)
                Metrics.of(Timelines.sampled(ANSWERS, samples)).getOrDefault(Metric.THROTTLED_RATIO, new Missing(""));

        assertThat(share.numerators()[0] / share.denominators()[0]).isCloseTo(50, within(0.01));
        assertThat(share.numerators()[1] / share.denominators()[1]).isCloseTo(50, within(0.01));
    }

    @Test
    void clock_isTheMeanOverRequests() {
        List<Sample> samples = List.of(
                Timelines.sample(0, Map.of(SampleChannels.GPU_CLOCK_HZ, 1500e6)),
                Timelines.sample(1300, Map.of(SampleChannels.GPU_CLOCK_HZ, 1500e6)));

        assertThat(Summary.of(
                                Metric.GPU_AVERAGE_CLOCK,
                                Metrics.of(Timelines.sampled(ANSWERS, samples))
                                        .getOrDefault(Metric.GPU_AVERAGE_CLOCK, new Missing("")))
                        .orElseThrow()
                        .point())
                .isCloseTo(1500, within(1e-9));
    }

    private static int events(Sample... samples) {
        return throttled(samples).events();
    }

    private static Throttled throttled(Sample... samples) {
        return Throttling.of(Timelines.sampled(ANSWERS, List.of(samples)));
    }

    private static Sample capped(double millis) {
        return Timelines.sample(
                millis,
                Map.of(SampleChannels.GPU_THROTTLED_RATIO, 1.0, SampleChannels.GPU_CLOCKS_EVENT_REASONS_BITS, 4.0));
    }

    private static Sample both(double millis, double gpu, double thermal) {
        return Timelines.sample(
                millis,
                Map.of(SampleChannels.GPU_THROTTLED_RATIO, gpu, SampleChannels.THERMAL_THROTTLED_RATIO, thermal));
    }

    private static Sample sample(double millis, double throttled) {
        return Timelines.sample(millis, Map.of(SampleChannels.THERMAL_THROTTLED_RATIO, throttled));
    }
}
