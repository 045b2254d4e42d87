package io.kanoa.thorgate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.metrics.DecodeCurve.Point;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.stream.Timeline;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecodeCurveTest {

    /** 100 prompt tokens, 33 output tokens; the first 16 gaps take 10 ms each, the last 16 take 20 ms. */
    private static Timeline slowing(double sentMillis) {
        Timelines made = Timelines.sentAt(sentMillis).usage(100, 33);
        double at = sentMillis + 50;
        for (int i = 0; i < 33; i++) {
            made.chunk(at);
            at += i < 16 ? 10 : 20;
        }
        return made.make();
    }

    @Test
    void laterPartsOfAnAnswer_areAtLaterPositions_withTheirOwnRate() {
        List<Point> points = DecodeCurve.of(List.of(slowing(0), slowing(2_000))).points();

        assertThat(points).hasSize(DecodeCurve.PARTS);
        assertThat(points.get(0)).isEqualTo(new Point(101, 105, 100));
        assertThat(points.get(3).tokensPerSecond()).isCloseTo(100, within(1e-9));
        assertThat(points.get(4).tokensPerSecond()).isCloseTo(50, within(1e-9));
        assertThat(points.get(7).toPosition()).isEqualTo(133);
        assertThat(DecodeCurve.of(List.of(slowing(0))).middle()).hasValue(117);
    }

    @Test
    void cutsBetweenTwoChunks_shareTheTimeBetweenThem() {
        Timelines made = Timelines.sentAt(0).usage(10, 13);
        for (int i = 0; i < 13; i++) {
            made.chunk(100 + 8 * i);
        }

        assertThat(DecodeCurve.of(List.of(made.make())).points())
                .allSatisfy(point -> assertThat(point.tokensPerSecond()).isCloseTo(125, within(1e-6)));
    }

    @Test
    void failedShortAndUncountedAnswers_areLeftOut() {
        Timeline uncounted = Timelines.sentAt(0)
                .chunk(1)
                .chunk(2)
                .chunk(3)
                .chunk(4)
                .chunk(5)
                .chunk(6)
                .chunk(7)
                .chunk(8)
                .chunk(9)
                .make();
        Timeline few = Timelines.sentAt(0).usage(10, 3).chunk(1).chunk(2).make();

        DecodeCurve none = DecodeCurve.of(List.of(Timelines.failure(0), uncounted, few));

        assertThat(none.points()).isEmpty();
        assertThat(none.middle()).isEmpty();
    }

    @Test
    void growth_isTheLastQuarterAgainstTheFirst() {
        RatioOfSums growth = (RatioOfSums) Metrics.of(Timelines.measured(List.of(slowing(0), slowing(2_000))))
                .get(Metric.INTER_TOKEN_LATENCY_GROWTH);

        assertThat(growth.numerators()).containsExactly(new double[] {0.16, 0.16}, within(1e-9));
        assertThat(growth.denominators()).containsExactly(new double[] {0.08, 0.08}, within(1e-9));
    }

    @Test
    void growthOfShortAnswers_isMissing() {
        Timeline few = Timelines.sentAt(0).usage(10, 3).chunk(1).chunk(2).make();

        assertThat(Metrics.of(Timelines.measured(List.of(few))).get(Metric.INTER_TOKEN_LATENCY_GROWTH))
                .isEqualTo(new Missing("no answer came in enough parts to compare its end with its begin"));
    }
}
