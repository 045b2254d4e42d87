package io.kanoa.thorgate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TargetParserTest {

    private static final double[] LIMITS = {1, 50, 0.5, 1.5, 99.9, 1e-7, 123456789.125, 1e18, 5e-324, Double.MAX_VALUE};

    private final TargetParser parser = new TargetParser();

    @ParameterizedTest
    @EnumSource(Metric.class)
    void everyTarget_comesBackFromItsText(Metric metric) throws WrongTextException {
        for (Statistic statistic : Statistic.values()) {
            for (Comparison comparison : Comparison.values()) {
                for (Scope scope : Scope.values()) {
                    comesBack(new Target(metric, statistic, comparison, new Quantity(1.5, metric.unit()), scope));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void everyLimit_comesBackFromItsText(Metric metric) throws WrongTextException {
        for (Unit unit : metric.unit().siblings()) {
            for (double limit : LIMITS) {
                comesBack(new Target(metric, Statistic.MEAN, Comparison.LESS, new Quantity(limit, unit), Scope.START));
            }
        }
    }

    private void comesBack(Target target) throws WrongTextException {
        assertThat(parser.parse(target.toString())).isEqualTo(target);
    }

    @Test
    void defaultStatisticAndScope_areFilledIn() throws WrongTextException {
        assertThat(parser.parse("time_to_first_token < 800 ms"))
                .isEqualTo(new Target(
                        Metric.TIME_TO_FIRST_TOKEN,
                        Statistic.P50,
                        Comparison.LESS,
                        new Quantity(800, Unit.MILLISECONDS),
                        Scope.START));
    }

    @ParameterizedTest
    @CsvSource({
        "ttft p95<0.8s, time_to_first_token p95 < 0.8 s",
        "'  ttft   p50  <=  800   ms ', time_to_first_token <= 800 ms",
        "decode_rate mean > 50 tok/s across  starts, output_token_throughput_per_user > 50 tok/s across starts",
        "memory_headroom>8e0GB, memory_available_min > 8 GB"
    })
    void looseWriting_isUnderstood(String written, String standard) throws WrongTextException {
        assertThat(parser.parse(written)).hasToString(standard);
    }

    @ParameterizedTest
    @CsvSource({
        "'', is no target",
        "> 5 s, unknown metric",
        "ttft p95 p99 < 5 s, unknown statistic \"p95 p99\"",
        "ttft => 5 s, unknown comparison",
        "1 s < ttft < 5 s, is no target",
        "ttft < 1_000 ms, expected a number",
        "'ttft < 1,5 s', expected a number",
        "ttft < Infinity s, expected a number",
        "ttft < 5 s across, unknown unit \"s across\"",
        "ttft < 5 across starts, has no unit",
        "ttft < -0 s, not above zero"
    })
    void otherText_isRefused(String written, String message) {
        assertThatThrownBy(() -> parser.parse(written))
                .isInstanceOf(WrongTextException.class)
                .hasMessageContaining(message);
    }
}
