package io.kanoa.thorgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Statistic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Property 1: the table of smallest n. */
class SampleSizeTest {

    @ParameterizedTest
    @CsvSource({
        "0.05, 0.5,   5,    8,    11",
        "0.05, 0.1,   29,   46,   61",
        "0.05, 0.05,  59,   93,   124",
        "0.05, 0.01,  299,  473,  628",
        "0.05, 0.001, 2995, 4742, 6294",
        "0.01, 0.1,   44,   64,   81",
        "0.01, 0.05,  90,   130,  165",
        "0.01, 0.01,  459,  662,  838"
    })
    void smallestNumbers_areThoseOfTheTable(double alpha, double allowed, int none, int one, int two) {
        assertThat(SampleSize.fewest(allowed, 0, alpha)).isEqualTo(none);
        assertThat(SampleSize.fewest(allowed, 1, alpha)).isEqualTo(one);
        assertThat(SampleSize.fewest(allowed, 2, alpha)).isEqualTo(two);
    }

    @Test
    void fewestOfATarget_dependsOnItsStatistic() {
        assertThat(SampleSize.fewest(Targets.ttft(Statistic.P95, 800))).isEqualTo(59);
        assertThat(SampleSize.fewest(Targets.ttft(Statistic.P50, 800))).isEqualTo(5);
        assertThat(SampleSize.fewest(Targets.ttft(Statistic.MAX, 800))).isEqualTo(1);
        assertThat(SampleSize.fewest(Targets.rate(Comparison.GREATER, 50))).isEqualTo(2);
    }

    @Test
    void clopperPearson_hasItsGoldenValues() {
        assertThat(Binomial.upperBound(0, 59, 0.05)).isEqualTo(0.049508, offset(5e-7));
        assertThat(Binomial.upperBound(1, 93, 0.05)).isEqualTo(0.049994, offset(5e-7));
    }
}
