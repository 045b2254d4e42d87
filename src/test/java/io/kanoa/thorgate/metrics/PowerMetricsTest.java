package io.kanoa.thorgate.metrics;

import static io.kanoa.thorgate.metrics.Timelines.sample;
import static io.kanoa.thorgate.telemetry.SampleChannels.VIN_POWER_W;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.telemetry.Sample;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PowerMetricsTest {

    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    void constantPower_isThatPower() {
        RatioOfSums power = power(List.of(Timelines.steady(100)), watts(0, 40), watts(500, 40));

        assertThat(power.numerators()[0]).isCloseTo(12, EXACT);
        assertThat(power.denominators()[0]).isCloseTo(0.3, EXACT);
        assertThat(power.failed()).isZero();
    }

    @Test
    void rampingPower_isIntegratedByTrapezoidsWithinTheWindow() {
        RatioOfSums power =
                power(List.of(Timelines.steady(100)), watts(50, 5), watts(200, 20), watts(300, 120), watts(1000, 120));

        // 100..200 ms: 10 to 20 W; 200..300 ms: 20 to 120 W; 300..400 ms: 120 W
        assertThat(power.numerators()[0]).isCloseTo(1.5 + 7 + 12, EXACT);
    }

    @Test
    void pausesBetweenRequests_areLeftOut() {
        RatioOfSums power = power(
                List.of(Timelines.steady(0), Timelines.steady(2000)),
                watts(0, 50),
                watts(300, 50),
                watts(301, 5),
                watts(1999, 5),
                watts(2000, 50),
                watts(2300, 50));

        assertThat(power.numerators()[0] + power.numerators()[1]).isCloseTo(30, EXACT);
        assertThat(power.denominators()[0] + power.denominators()[1]).isCloseTo(0.6, EXACT);
    }

    @Test
    void timeThatRequestsShare_countsOnce() {
        RatioOfSums power = power(List.of(Timelines.steady(0), Timelines.steady(200)), watts(0, 10), watts(1000, 10));

        assertThat(power.numerators()).hasSize(2);
        assertThat(power.denominators()[0]).isCloseTo(0.3, EXACT);
        assertThat(power.denominators()[1]).isCloseTo(0.2, EXACT);
    }

    @Test
    void requestOutsideTheSamples_isAFailure() {
        RatioOfSums power = power(List.of(Timelines.steady(0), Timelines.steady(900)), watts(0, 10), watts(1000, 10));

        assertThat(power.numerators()).hasSize(1);
        assertThat(power.failed()).isEqualTo(1);
    }

    @Test
    void requestBeforeTheFirstSample_isAFailure() {
        RatioOfSums power = power(List.of(Timelines.steady(0), Timelines.steady(500)), watts(50, 10), watts(1000, 10));

        assertThat(power.numerators()).hasSize(1);
        assertThat(power.failed()).isEqualTo(1);
    }

    @Test
    void wideGapBetweenSamples_coversNothing() {
        Observations power = metric(List.of(Timelines.steady(1000)), watts(0, 10), watts(4000, 10));

        assertThat(power).isEqualTo(new Missing("no request lies wholly within the samples of vin_power_w"));
    }

    @Test
    void noSensor_isNamed() {
        Sample other = sample(0, Map.of("gpu_power_w", 10.0));

        assertThat(metric(List.of(Timelines.steady(0)), other))
                .isEqualTo(new Missing("no power sensor: no sample carries vin_power_w"));
    }

    private static RatioOfSums power(List<Timeline> measured, Sample... samples) {
        return (RatioOfSums) metric(measured, samples);
    }

    private static Observations metric(List<Timeline> measured, Sample... samples) {
        return Metrics.of(Timelines.sampled(measured, List.of(samples))).get(Metric.VIN_AVERAGE_POWER);
    }

    private static Sample watts(double millis, double watts) {
        return sample(millis, Map.of(VIN_POWER_W, watts));
    }
}
