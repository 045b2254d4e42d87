package io.kanoa.thorgate.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.telemetry.Sample;
import io.kanoa.thorgate.telemetry.SampleChannels;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThrottlingTest {

    /** Measured from 0 to 1300 ms. */
    private static final List<Timeline> ANSWERS = List.of(Timelines.steady(0), Timelines.steady(1000));

    @Test
    void eachTimeItBegins_counts_alsoWhereItHadBegunBefore() {
        assertThat(events(sample(10, 1), sample(200, 1), sample(400, 0), sample(600, 0.5)))
                .isEqualTo(2);
        assertThat(events(sample(10, 0), sample(200, 0))).isZero();
        assertThat(events()).isZero();
    }

    @Test
    void whatIsOutsideOfTheMeasuredTime_doesNotCount() {
        assertThat(events(sample(-50, 1), sample(10, 0), sample(1400, 1))).isZero();
    }

    private static int events(Sample... samples) {
        return Throttling.events(Timelines.sampled(ANSWERS, List.of(samples)));
    }

    private static Sample sample(double millis, double throttled) {
        return Timelines.sample(millis, Map.of(SampleChannels.THERMAL_THROTTLED_RATIO, throttled));
    }
}
