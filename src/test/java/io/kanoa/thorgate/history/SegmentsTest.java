package io.kanoa.thorgate.history;

import static io.kanoa.thorgate.history.Checks.joined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.plan.Metric;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsTest {

    private final Checks engine = new Checks(21, 10);

    private static List<Segment> segments(double... values) {
        return Segments.of(Metric.REQUEST_LATENCY, values);
    }

    @Test
    void twoSteps_areFoundWhereTheyAre() {
        double[] values = joined(engine.runs(12, 1), engine.runs(10, 1.15), engine.runs(9, 0.9));

        List<Segment> found = segments(values);

        assertThat(found).extracting(Segment::from).containsExactly(0, 12, 22);
        assertThat(found).extracting(Segment::to).containsExactly(12, 22, 31);
        assertThat(found.get(1).level()).isCloseTo(92, within(2.0));
    }

    @Test
    void changeThatWasTakenBack_isFound() {
        assertThat(segments(joined(engine.runs(12, 1), engine.runs(9, 1.15), engine.runs(9, 1))))
                .extracting(Segment::from)
                .containsExactly(0, 12, 21);
    }

    @Test
    void steadyHistory_isOneSegment() {
        assertThat(segments(engine.runs(40, 1))).hasSize(1);
        assertThat(segments(7.3, 7.3, 7.3, 7.3, 7.3, 7.3, 7.3, 7.3, 7.3, 7.3, 7.3))
                .hasSize(1);
        assertThat(segments()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void stepOfUnderFiveRuns_makesNoShortSegment(int count) {
        assertThat(segments(joined(engine.runs(20, 1), engine.runs(count, 1.5))))
                .allSatisfy(s -> assertThat(s.size()).isGreaterThanOrEqualTo(Segments.SHORTEST));
        assertThat(segments(1, 1, 1, 1, 2, 2, 2, 2, 2)).hasSize(1);
    }

    @Test
    void rate_isSplitWhereItsReciprocalIs() {
        double[] values = joined(engine.runs(9, 1), engine.runs(7, 1.2), engine.runs(20, 1.1));
        double[] rates = Arrays.stream(values).map(v -> 1000 / v).toArray();

        assertThat(Segments.of(Metric.REQUEST_THROUGHPUT, rates))
                .extracting(Segment::from)
                .containsExactlyElementsOf(
                        segments(values).stream().map(Segment::from).toList());
        assertThat(Segments.of(Metric.REQUEST_THROUGHPUT, rates).get(0).level())
                .isCloseTo(1000 / segments(values).get(0).level(), within(1e-9));
    }

    /** Ten runs have one place: |t| = 5.0413 is p = 0.001 with 8 degrees of freedom. */
    @ParameterizedTest
    @ValueSource(doubles = {5.0, 5.08})
    void tenRuns_areSplitAtOneInAThousand(double t) {
        double[] noise = {-2, -1, 0, 1, 2};
        double s = Math.sqrt(2.5);
        double step = t * s * Math.sqrt(0.4);
        double[] values = new double[10];
        for (int i = 0; i < 10; i++) {
            values[i] = Math.exp(0.01 * (noise[i % 5] + (i < 5 ? 0 : step)));
        }

        assertThat(segments(values)).hasSize(t > 5.0413 ? 2 : 1);
    }
}
