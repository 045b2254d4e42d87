package io.kanoa.thorgate.metrics;

import static io.kanoa.thorgate.metrics.Timelines.sample;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_POWER_W;
import static io.kanoa.thorgate.telemetry.SampleChannels.PACKAGE_POWER_W;
import static io.kanoa.thorgate.telemetry.SampleChannels.RAILS_POWER_W;
import static io.kanoa.thorgate.telemetry.SampleChannels.VIN_POWER_W;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.telemetry.Sample;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EnergyMetricsTest {

    private static final Offset<Double> EXACT = within(1e-9);

    /** Each runs for 0.3 s and has 11 output tokens. */
    private static final List<Timeline> TWO = List.of(Timelines.steady(0), Timelines.steady(1000));

    @Test
    void energyOfAToken_isThatOfTheRequestsByTheirTokens() {
        Evidence evidence = powered(Map.of(VIN_POWER_W, 50.0));

        assertThat(value(evidence, Metric.ENERGY_PER_OUTPUT_TOKEN)).isCloseTo(1e3 * 50 * 0.6 / 22, EXACT);
        assertThat(value(evidence, Metric.OUTPUT_TOKENS_PER_JOULE)).isCloseTo(22 / (50 * 0.6), EXACT);
    }

    @Test
    void idlePower_isSubtracted() {
        Evidence evidence = powered(Map.of(VIN_POWER_W, 50.0)).with(new IdlePower(Map.of(VIN_POWER_W, 20.0), ""));

        assertThat(value(evidence, Metric.ENERGY_PER_OUTPUT_TOKEN_ABOVE_IDLE))
                .isCloseTo(1e3 * (50 - 20) * 0.6 / 22, EXACT);
        assertThat(value(evidence, Metric.ENERGY_PER_OUTPUT_TOKEN)).isCloseTo(1e3 * 50 * 0.6 / 22, EXACT);
    }

    @Test
    void idlePowerThatIsNotKnown_leavesOnlyTheMetricMissingThatNeedsIt() {
        Evidence unknown = powered(Map.of(VIN_POWER_W, 50.0)).with(IdlePower.absent("why not"));
        Evidence other = powered(Map.of(GPU_POWER_W, 50.0, PACKAGE_POWER_W, 5.0))
                .with(new IdlePower(Map.of(GPU_POWER_W, 20.0), ""));

        assertThat(observed(unknown, Metric.ENERGY_PER_OUTPUT_TOKEN_ABOVE_IDLE)).isEqualTo(new Missing("why not"));
        assertThat(observed(other, Metric.ENERGY_PER_OUTPUT_TOKEN_ABOVE_IDLE))
                .isEqualTo(new Missing("idle power of gpu_power_w + package_power_w is not known"));
        assertThat(observed(other, Metric.ENERGY_PER_OUTPUT_TOKEN)).isInstanceOf(RatioOfSums.class);
    }

    @Test
    void boardInput_isTakenBeforeTheRails_thenGpuAndPackageTogether() {
        Map<String, Double> all =
                new HashMap<>(Map.of(VIN_POWER_W, 50.0, RAILS_POWER_W, 40.0, GPU_POWER_W, 20.0, PACKAGE_POWER_W, 10.0));

        assertThat(joules(all, VIN_POWER_W)).isCloseTo(50 * 0.6, EXACT);
        all.remove(VIN_POWER_W);
        assertThat(joules(all, RAILS_POWER_W)).isCloseTo(40 * 0.6, EXACT);
        all.remove(RAILS_POWER_W);
        assertThat(joules(all, GPU_POWER_W, PACKAGE_POWER_W)).isCloseTo(30 * 0.6, EXACT);
        all.remove(GPU_POWER_W);
        assertThat(joules(all, PACKAGE_POWER_W)).isCloseTo(10 * 0.6, EXACT);
    }

    @Test
    void boardPower_isOfTheInputElseOfTheRails_andSaysWhich() {
        Evidence thor = powered(Map.of(VIN_POWER_W, 50.0, RAILS_POWER_W, 40.0));
        Evidence orin = powered(Map.of(RAILS_POWER_W, 40.0));
        Evidence pc = powered(Map.of(PACKAGE_POWER_W, 40.0));

        assertThat(value(thor, Metric.BOARD_AVERAGE_POWER)).isCloseTo(50, EXACT);
        assertThat(source(thor, Metric.BOARD_AVERAGE_POWER).name()).isEqualTo(VIN_POWER_W);
        assertThat(value(orin, Metric.BOARD_AVERAGE_POWER)).isCloseTo(40, EXACT);
        assertThat(source(orin, Metric.BOARD_AVERAGE_POWER).name()).isEqualTo(RAILS_POWER_W);
        assertThat(value(orin, Metric.RAILS_AVERAGE_POWER)).isCloseTo(40, EXACT);
        assertThat(observed(pc, Metric.BOARD_AVERAGE_POWER)).isInstanceOf(Missing.class);
    }

    @Test
    void boardInputOfABoardWithoutIt_isMissing_neverTheRails() {
        Evidence orin = powered(Map.of(RAILS_POWER_W, 40.0));

        assertThat(observed(orin, Metric.VIN_AVERAGE_POWER))
                .isEqualTo(new Missing("no power sensor: no sample carries vin_power_w"));
        assertThat(Metrics.sources(orin)).doesNotContainKey(Metric.VIN_AVERAGE_POWER);
    }

    @Test
    void boardInputThatStoppedSinceTheRunBegan_isNotReplacedByTheRails() {
        Evidence stopped = powered(Map.of(RAILS_POWER_W, 40.0)).with(new IdlePower(Map.of(VIN_POWER_W, 20.0), ""));

        assertThat(observed(stopped, Metric.BOARD_AVERAGE_POWER))
                .isEqualTo(
                        new Missing("fresh samples of vin_power_w cover 0.0 % of the request time; 90 % are needed"));
    }

    @Test
    void requestWithoutATokenCount_isAFailure() {
        Timeline uncounted = Timelines.sentAt(2000).chunk(2100).chunk(2200).make();
        Evidence evidence = Timelines.sampled(
                List.of(Timelines.steady(0), uncounted),
                List.of(sample(0, Map.of(VIN_POWER_W, 50.0)), sample(2500, Map.of(VIN_POWER_W, 50.0))));
        RatioOfSums energy = (RatioOfSums) observed(evidence, Metric.ENERGY_PER_OUTPUT_TOKEN);

        assertThat(energy.numerators()).hasSize(1);
        assertThat(energy.failed()).isEqualTo(1);
    }

    @Test
    void neighboursTokens_areMadeWithTheSameEnergy() {
        Evidence alone = powered(Map.of(VIN_POWER_W, 50.0));
        Evidence beside =
                new Evidence(alone.row(), List.of(), TWO, List.of(), TWO, List.of(), alone.samples(), List.of());

        assertThat(observed(beside, Metric.ENERGY_PER_OUTPUT_TOKEN)).isInstanceOf(Missing.class);
        assertThat(observed(beside, Metric.VIN_AVERAGE_POWER)).isInstanceOf(RatioOfSums.class);
    }

    @Test
    void idlePower_isTheMeanOfEachPowerChannel() {
        List<Sample> samples =
                List.of(sample(0, Map.of(VIN_POWER_W, 20.0, "cpu_ratio", 0.5)), sample(100, Map.of(VIN_POWER_W, 22.0)));

        assertThat(IdlePower.of(samples).watts()).isEqualTo(Map.of(VIN_POWER_W, 21.0));
        assertThat(IdlePower.of(List.of()).absence()).isNotEmpty();
    }

    private static double joules(Map<String, Double> powers, String... channels) {
        Evidence evidence = powered(powers);
        assertThat(source(evidence, Metric.ENERGY_PER_OUTPUT_TOKEN).channels()).containsExactly(channels);
        RatioOfSums energy = (RatioOfSums) observed(evidence, Metric.ENERGY_PER_OUTPUT_TOKEN);
        return Arrays.stream(energy.numerators()).sum() / 1e3;
    }

    private static Evidence powered(Map<String, Double> watts) {
        return Timelines.sampled(TWO, List.of(sample(0, watts), sample(700, watts), sample(1300, watts)));
    }

    private static double value(Evidence evidence, Metric metric) {
        return Summary.of(metric, observed(evidence, metric)).orElseThrow().point();
    }

    private static Observations observed(Evidence evidence, Metric metric) {
        return Metrics.of(evidence).getOrDefault(metric, new Missing("not observed"));
    }

    private static Source source(Evidence evidence, Metric metric) {
        return java.util.Objects.requireNonNull(Metrics.sources(evidence).get(metric));
    }
}
