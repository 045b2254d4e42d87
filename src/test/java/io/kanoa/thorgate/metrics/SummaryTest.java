package io.kanoa.thorgate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.metrics.Observations.Share;
import io.kanoa.thorgate.metrics.Observations.Trials;
import io.kanoa.thorgate.metrics.Observations.TwoSamples;
import io.kanoa.thorgate.plan.Metric;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void distribution_hasThePercentilesOfItsValues() {
        double[] values = IntStream.rangeClosed(1, 1000).asDoubleStream().toArray();

        Distribution spread = Distribution.of(values).orElseThrow();

        assertThat(spread.n()).isEqualTo(1000);
        assertThat(spread.mean()).isEqualTo(500.5);
        assertThat(spread.min()).isEqualTo(1);
        assertThat(spread.max()).isEqualTo(1000);
        assertThat(spread.p50()).isCloseTo(500, within(1.0));
        assertThat(spread.p90()).isCloseTo(900, within(1.0));
        assertThat(spread.p95()).isCloseTo(950, within(1.0));
        assertThat(spread.p99()).isCloseTo(990, within(1.0));
    }

    @Test
    void quantiles_areValuesThatWereSeen() {
        assertThat(Distribution.of(new double[] {40, 10, 30, 20}))
                .contains(new Distribution(4, 25, 10, 20, 40, 40, 40, 40));
        assertThat(Distribution.of(new double[] {3, 3}).orElseThrow().p95()).isEqualTo(3);
    }

    @Test
    void whatIsNoNumber_isLeftOut() {
        assertThat(Distribution.of(new double[] {Double.NaN, 3, Double.POSITIVE_INFINITY}))
                .contains(new Distribution(1, 3, 3, 3, 3, 3, 3, 3));
        assertThat(Distribution.of(new double[] {Double.NaN})).isEmpty();
    }

    @Test
    void failures_areLeftOutOfWhatIsShownAndCounted() {
        Summary summary = summary(Metric.TIME_TO_FIRST_TOKEN, new PerRequest(new double[] {10, Double.NaN, 30}));

        assertThat(summary.point()).isEqualTo(20);
        assertThat(summary.n()).isEqualTo(2);
        assertThat(summary.failed()).isEqualTo(1);
    }

    @Test
    void point_isTheFigureOfTheMetric() {
        RatioOfSums rate = new RatioOfSums(new double[] {10, 30}, new double[] {1, 1}, 0);
        TwoSamples twice = new TwoSamples(new double[] {4, 4}, new double[] {2, 2}, 0);

        assertThat(summary(Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER, rate).point())
                .isEqualTo(20);
        assertThat(summary(Metric.INTER_TOKEN_LATENCY_DEGRADATION, twice).point())
                .isEqualTo(2);
        assertThat(summary(Metric.BACKGROUND_COMPLETION_RATIO, new Share(3, 4)).point())
                .isEqualTo(75);
    }

    @Test
    void nothingMeasured_hasNoSummary() {
        assertThat(Summary.of(Metric.TIME_TO_FIRST_TOKEN, new Missing("no"))).isEmpty();
        assertThat(Summary.of(Metric.MODEL_SWAP_TIME, new Trials(new double[] {Double.NaN})))
                .isEmpty();
    }

    private static Summary summary(Metric metric, Observations observations) {
        return Summary.of(metric, observations).orElseThrow();
    }
}
