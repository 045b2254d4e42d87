package io.kanoa.thorgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "118.24,   TOKENS_PER_SECOND, 118 tok/s",
        "12345.6,  TOKENS_PER_SECOND, 12346 tok/s",
        "8.104,    TOKENS_PER_SECOND, 8.1 tok/s",
        "0.04129,  MILLISECONDS,      0.0413 ms",
        "41.26,    MILLISECONDS,      41.3 ms",
        "4210,     MILLISECONDS,      4.21 s",
        "0.0316,   SECONDS,           31.6 ms",
        "3.104E9,  BYTES,             3.1 GB",
        "-2.5E8,   BYTES,             -250 MB",
        "0,        WATTS,             0 W",
        "800,      REQUESTS_PER_SECOND, 800 req/s"
    })
    void value_hasThreeDigitsAndAReadableUnit(double value, Unit unit, String text) {
        assertThat(Figures.of(value, unit)).isEqualTo(text);
    }

    @Test
    void unknownValue_isSaidToBeUnknown() {
        assertThat(Figures.of(Double.NaN, Unit.SECONDS)).isEqualTo("n/a");
        assertThat(Figures.withUnit(SampleRows.DECODE_RATE, Double.POSITIVE_INFINITY))
                .isEqualTo("n/a");
    }

    @ParameterizedTest
    @CsvSource({"118.24, 118", "49.98, 49.98", "50.0004, 50.0004", "50, 50", "49.94, 49.9"})
    void valueNearItsLimit_getsTheDigitsThatShowItsSide(double value, String text) {
        assertThat(Figures.against(SampleRows.DECODE_RATE, value)).isEqualTo(text);
    }

    @Test
    void value_isShownInTheUnitOfItsLimit() {
        Target target =
                SampleRows.target(Metric.TIME_TO_FIRST_TOKEN, Statistic.P95, Comparison.LESS, 0.8, Unit.SECONDS);

        assertThat(Figures.withUnit(target, 1234)).isEqualTo("1.23 s");
    }
}
