package io.kanoa.thorgate.telemetry.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.metrics.Metrics;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Summary;
import io.kanoa.thorgate.metrics.Throttled;
import io.kanoa.thorgate.metrics.Throttling;
import io.kanoa.thorgate.plan.Context;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.report.SampleRows;
import io.kanoa.thorgate.stream.Channel;
import io.kanoa.thorgate.stream.Chunk;
import io.kanoa.thorgate.stream.Outcome;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.stream.Usage;
import io.kanoa.thorgate.telemetry.Sample;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.verdict.RowVerdict;
import io.kanoa.thorgate.verdict.Steadiness;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The captures of an H100 on the way from the tool's text to metrics and verdict. */
class H100ReplayTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss.SSS");
    private static final int TOKENS = 1000;

    /** One request from the first busy sample but one to the last; the figures are from the capture's own columns. */
    private final Evidence load = evidence(samples("h100-query-lms100.csv"), 1);

    private final Evidence idle = evidence(samples("h100-idle.csv"), 0);

    @Test
    void power_isIntegratedFromTheInstantColumn_notFromTheAverageThatLags() {
        assertThat(value(load, Metric.GPU_AVERAGE_POWER)).isCloseTo(699.311, within(0.001));
        assertThat(value(load, Metric.ENERGY_PER_OUTPUT_TOKEN)).isCloseTo(3309.141, within(0.001));
        assertThat(value(load, Metric.OUTPUT_TOKENS_PER_JOULE)).isCloseTo(1000 / 3309.141, within(0.001));
        assertThat(value(idle, Metric.GPU_AVERAGE_POWER)).isBetween(74.4, 75.9);
    }

    @Test
    void powerCap_isThrottling_andMakesTheRowUnsteadyWithTheReason() {
        Throttled throttled = Throttling.of(load);
        RowVerdict passed = new RowVerdict(load.row(), Decision.PASS, List.of(), "");
        RowVerdict verdict = Steadiness.of(Metrics.of(load), throttled).apply(passed);

        assertThat(throttled).isEqualTo(new Throttled(1, List.of("sw_power_cap")));
        assertThat(value(load, Metric.THROTTLED_RATIO)).isCloseTo(96.820, within(0.001));
        assertThat(verdict.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(verdict.reason()).contains("throttled once (sw_power_cap)");
    }

    @Test
    void idleGpu_isNotThrottled() {
        assertThat(Throttling.of(idle)).isEqualTo(Throttled.NEVER);
        assertThat(value(idle, Metric.THROTTLED_RATIO)).isZero();
    }

    @Test
    void clockAndTemperature_areThoseOfTheCapture() {
        assertThat(value(load, Metric.GPU_AVERAGE_CLOCK)).isCloseTo(1386.338, within(0.001));
        assertThat(value(load, Metric.GPU_TEMPERATURE_PEAK)).isEqualTo(63);
        assertThat(Metrics.of(idle).get(Metric.GPU_TEMPERATURE_PEAK)).isInstanceOf(Missing.class);
    }

    @Test
    void coverage_isThatOfTheToolsInterval() {
        assertThat(Metrics.sources(load).values())
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.covered()).isEqualTo(1));
    }

    private static double value(Evidence evidence, Metric metric) {
        return Summary.of(metric, Metrics.of(evidence).getOrDefault(metric, new Missing("")))
                .orElseThrow()
                .point();
    }

    private static List<Sample> samples(String capture) {
        NvidiaSmiParser parser = new NvidiaSmiParser();
        long interval = TimeUnit.MILLISECONDS.toNanos(capture.contains("lms100") ? 100 : 500);
        List<Sample> samples = new ArrayList<>();
        for (String line : Captures.lines("nvidia-smi/" + capture)) {
            Map<String, Double> values = parser.parse(line);
            if (!values.isEmpty()) {
                samples.add(new Sample(nanos(line), "nvidia-smi", values, interval));
            }
        }
        return samples;
    }

    private static long nanos(String line) {
        LocalDateTime time = LocalDateTime.parse(line.substring(0, line.indexOf(',')), TIME);
        return TimeUnit.SECONDS.toNanos(time.toEpochSecond(ZoneOffset.UTC)) + time.getLong(ChronoField.NANO_OF_SECOND);
    }

    private static Evidence evidence(List<Sample> samples, int first) {
        long from = samples.get(first).nanos();
        long to = samples.get(samples.size() - 1).nanos();
        Timeline request = new Timeline(
                from,
                from,
                from,
                from + 1,
                List.of(new Chunk(from + 2, Channel.CONTENT, 1, 1, 1), new Chunk(to, Channel.CONTENT, 1, 1, 1)),
                "stop",
                new Usage(10, TOKENS, -1, 0),
                to,
                Optional.empty(),
                to,
                Outcome.OK,
                "");
        Row row = SampleRows.row("A1", new Work.SingleUser(SampleRows.MAVERICK, new Context("4k", 128)));
        return new Evidence(row, List.of(), List.of(request), List.of(), List.of(), List.of(), samples, List.of());
    }
}
