package io.kanoa.thorgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictLineTest {

    private static final Target RATE = Targets.rate(Comparison.GREATER, 50);

    @Test
    void pass_showsTheBoundThatMeetsTheLimit() {
        assertThat(line(RATE, Decision.PASS, 60.123, 58.87, 61.4))
                .isEqualTo("output_token_throughput_per_user: measured 60.1 tok/s, lower bound 58.9,"
                        + " target > 50 tok/s: PASS");
    }

    @Test
    void fail_showsTheBoundThatMissesTheLimit() {
        assertThat(line(RATE, Decision.FAIL, 42.1, 41, 43.2))
                .isEqualTo("output_token_throughput_per_user: measured 42.1 tok/s, upper bound 43.2,"
                        + " target > 50 tok/s: FAIL");
    }

    @Test
    void inconclusive_saysWhy() {
        assertThat(line(RATE, Decision.INCONCLUSIVE, 50, Double.NaN, Double.NaN))
                .isEqualTo("output_token_throughput_per_user: measured 50.0 tok/s,"
                        + " target > 50 tok/s: INCONCLUSIVE (because)");
        assertThat(line(RATE, Decision.INCONCLUSIVE, Double.NaN, Double.NaN, Double.NaN))
                .isEqualTo("output_token_throughput_per_user: not measured,"
                        + " target > 50 tok/s: INCONCLUSIVE (because)");
    }

    @Test
    void values_areShownInTheUnitOfTheLimit() {
        Target memory = Targets.of(Metric.MEMORY_USED_PEAK, Statistic.MAX, Comparison.LESS, 100, Unit.GIGABYTES);

        assertThat(line(memory, Decision.PASS, 63.25e9, 63.25e9, 63.25e9))
                .isEqualTo("memory_used_peak: measured 63.2 GB, upper bound 63.2, target < 100 GB: PASS");
    }

    @ParameterizedTest
    @CsvSource({
        "42.08, 50, 42.1",
        "49.9996, 50, 49.9996",
        "50, 50, 50.0",
        "0.00012345, 1, 0.000123",
        "123456, 5, 123000",
        "0, 1, 0",
        "-3.14159, 1, -3.14"
    })
    void rounding_keepsAValueOnItsSideOfTheLimit(double value, double limit, String text) {
        assertThat(Rounded.apart(value, limit)).isEqualTo(text);
    }

    private static String line(Target target, Decision decision, double measured, double lower, double upper) {
        return new TargetVerdict(target, decision, measured, lower, upper, 10, "by hand", "because").line();
    }
}
