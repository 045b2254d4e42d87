package io.kanoa.thorgate.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.report.SampleRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenMetricsTest {

    private static final RunResult RUN = SampleRows.run(
            SampleRows.passed(),
            SampleRows.missed(),
            SampleRows.swapped(),
            SampleRows.onEngine("vllm", 100, 40, 41),
            SampleRows.broken(),
            SampleRows.hostile(Hostile.TEXT));

    /** The reference parser of the format, as {@code pip install prometheus_client} brings it. */
    private static final String PARSE = "import sys; from prometheus_client.openmetrics import parser;"
            + " print(len(list(parser.text_string_to_metric_families(open(sys.argv[1], encoding='utf-8').read()))))";

    @TempDir
    Path folder;

    @Test
    void metric_isAGauge_inItsBaseUnit() {
        assertThat(Written.by(OpenMetrics::write, SampleRows.run(SampleRows.passed())))
                .contains("# TYPE thor_gate_time_to_first_token_seconds gauge\n")
                .contains("# UNIT thor_gate_time_to_first_token_seconds seconds\n")
                .contains(
                        "# HELP thor_gate_time_to_first_token_seconds first generated token of any channel - request sent\n")
                .contains("thor_gate_time_to_first_token_seconds{engine=\"embedded\",model=\"llama-4-maverick\","
                        + "profile=\"embedded\",row=\"A1@4k\",scenario=\"A\",statistic=\"p50\"} 0.04125\n")
                .contains("# UNIT thor_gate_output_token_throughput_per_user_tokens_per_second tokens_per_second\n")
                .endsWith("# EOF\n");
    }

    @Test
    void verdicts_areStates_andTheRunOneOrZero() {
        assertThat(Written.by(OpenMetrics::write, RUN))
                .contains("# TYPE thor_gate_row_verdict stateset\n")
                .contains("row=\"B1\",scenario=\"B\",thor_gate_row_verdict=\"FAIL\"} 1\n")
                .contains("row=\"B1\",scenario=\"B\",thor_gate_row_verdict=\"PASS\"} 0\n")
                .contains("thor_gate_go{profile=\"embedded\"} 0.0\n");
        assertThat(Written.by(OpenMetrics::write, SampleRows.run(SampleRows.passed())))
                .contains("thor_gate_go{profile=\"embedded\"} 1.0\n");
    }

    @Test
    void text_isValid() {
        assertThatNoException().isThrownBy(() -> OpenMetricsGrammar.check(Written.by(OpenMetrics::write, RUN)));
        assertThatNoException()
                .isThrownBy(() -> OpenMetricsGrammar.check(Written.by(OpenMetrics::write, SampleRows.run())));
    }

    @Test
    void referenceParser_takesIt() throws IOException, InterruptedException {
        String python = Optional.ofNullable(System.getenv("PYTHON")).orElse("python3");
        assumeTrue(succeeds(python, "-c", "import prometheus_client"), "pip install prometheus_client");
        Path file = Files.writeString(folder.resolve("metrics.prom"), Written.by(OpenMetrics::write, RUN));

        assertThat(succeeds(python, "-c", PARSE, file.toString())).isTrue();
    }

    @Test
    void hostileText_endsNoLine_andNoLabel() {
        String text = Written.by(OpenMetrics::write, RUN);

        assertThat(text).hasSizeLessThan(30_000).doesNotContain("\u001b", "\u202e");
        assertThat(text.lines().filter(line -> line.startsWith("# EOF"))).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void everyMetric_hasABaseUnit_whichEndsItsName(Metric metric) {
        BaseUnit unit = BaseUnit.of(metric);

        assertThat(unit.suffixed(metric.fieldName()))
                .matches("[a-z][a-z0-9_]*")
                .endsWith("_" + unit.name())
                .doesNotEndWith("_" + unit.name() + "_" + unit.name());
    }

    @Test
    void values_areConverted() {
        assertThat(BaseUnit.of(Metric.ENERGY_PER_OUTPUT_TOKEN).of(250)).isEqualTo(0.25);
        assertThat(BaseUnit.of(Metric.GPU_AVERAGE_CLOCK).of(1_500)).isEqualTo(1.5e9);
        assertThat(BaseUnit.of(Metric.FORMATS_SERVED).of(Metric.FORMATS_SERVED.unit() == Unit.PERCENT ? 50 : 0.5))
                .isCloseTo(0.5, within(1e-12));
        assertThat(Arrays.stream(Metric.values()).map(Metric::unit))
                .contains(Unit.MILLISECONDS, Unit.TOKENS_PER_SECOND);
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
