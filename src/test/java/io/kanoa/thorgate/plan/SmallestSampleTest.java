package io.kanoa.thorgate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallestSampleTest {

    @ParameterizedTest
    @CsvSource({"P50, 5", "P90, 29", "P95, 59", "P99, 299", "P999, 2995", "MEAN, 1", "MAX, 1"})
    void quantile_needsTheTabulatedNumberOfRequests(Statistic statistic, int requests) {
        assertThat(SmallestSample.of(target(Metric.TIME_TO_FIRST_TOKEN, statistic, Comparison.LESS)))
                .isEqualTo(requests);
    }

    @Test
    void lowerLimit_isCountedFromTheOtherSide() {
        assertThat(SmallestSample.of(target(Metric.INPUT_SEQUENCE_LENGTH, Statistic.P95, Comparison.GREATER)))
                .isEqualTo(5);
    }

    private static Target target(Metric metric, Statistic statistic, Comparison comparison) {
        return new Target(metric, statistic, comparison, new Quantity(1, metric.unit()), Scope.START);
    }
}
