package io.kanoa.thorgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class MeanRatioTest {

    private static final double[] ONE = {10, 11, 9, 10, 12, 8, 10};
    private static final double[] DOUBLE = {20, 22, 18, 20, 24, 16, 20};

    @Test
    void ratioOfMeans_liesInItsInterval_andShowsADifference() {
        MeanRatio ratio = MeanRatio.of(DOUBLE, ONE).orElseThrow();

        assertThat(ratio.ratio()).isEqualTo(2);
        assertThat(ratio.lower()).isBetween(1.6, 2.0);
        assertThat(ratio.upper()).isBetween(2.0, 2.5);
        assertThat(ratio.showsDifference()).isTrue();
    }

    @Test
    void likeMeans_showNoDifference() {
        assertThat(MeanRatio.of(ONE, new double[] {10.1, 9.8, 10.3, 9.9})
                        .orElseThrow()
                        .showsDifference())
                .isFalse();
    }

    @Test
    void exchangedSamples_giveTheInverse() {
        MeanRatio there = MeanRatio.of(DOUBLE, ONE).orElseThrow();
        MeanRatio back = MeanRatio.of(ONE, DOUBLE).orElseThrow();

        assertThat(back.lower()).isCloseTo(1 / there.upper(), within(1e-9));
        assertThat(back.upper()).isCloseTo(1 / there.lower(), within(1e-9));
    }

    @Test
    void failedRequests_areLeftOut_andFewerThanTwoValuesGiveNothing() {
        assertThat(MeanRatio.of(new double[] {1, Double.NaN}, ONE)).isEmpty();
        assertThat(MeanRatio.of(new double[] {1, 2, Double.NaN}, ONE)).isPresent();
    }

    @Test
    void interval_coversTheTrueRatio_in95PercentOfSamples() {
        Random random = new Random(7);
        int covered = 0;
        for (int i = 0; i < 4000; i++) {
            MeanRatio ratio = MeanRatio.of(normal(random, 15, 3, 8), normal(random, 10, 1, 12))
                    .orElseThrow();
            covered += ratio.lower() <= 1.5 && 1.5 <= ratio.upper() ? 1 : 0;
        }
        assertThat(covered / 4000.0).isBetween(0.94, 0.96);
    }

    @Test
    void pairs_whoseCommonDriftIsLargerThanTheirDifference_stillShowIt() {
        double[] drifting = {10, 14, 20, 28};
        double[] slower = {8.01, 11.2, 15.9, 22.5};

        assertThat(MeanRatio.of(drifting, slower).orElseThrow().showsDifference())
                .isFalse();
        MeanRatio paired = MeanRatio.paired(drifting, slower).orElseThrow();
        assertThat(paired.showsDifference()).isTrue();
        assertThat(paired.ratio()).isCloseTo(1.25, within(0.005));
        assertThat(paired.lower()).isBetween(1.23, 1.25);
        assertThat(paired.upper()).isBetween(1.25, 1.27);
    }

    @Test
    void pairs_thatLackAValue_areLeftOut_andFewerThanThreeGiveNothing() {
        assertThat(MeanRatio.paired(new double[] {1, 2, Double.NaN}, new double[] {1, 2, 3}))
                .isEmpty();
        assertThat(MeanRatio.paired(new double[] {1, 2, 0, 3}, new double[] {1, 2, 3, 3}))
                .isPresent();
        assertThatThrownBy(() -> MeanRatio.paired(ONE, new double[] {1})).hasMessageContaining("cannot be paired");
    }

    @Test
    void intervalOfPairs_coversTheTrueRatio_in95PercentOfSamples() {
        Random random = new Random(8);
        int covered = 0;
        for (int i = 0; i < 4000; i++) {
            double[] drift = random.doubles(4, 1, 3).toArray();
            double[] above = Arrays.stream(drift)
                    .map(d -> 1.5 * d * Math.exp(0.05 * random.nextGaussian()))
                    .toArray();
            double[] below = Arrays.stream(drift)
                    .map(d -> d * Math.exp(0.05 * random.nextGaussian()))
                    .toArray();
            MeanRatio ratio = MeanRatio.paired(above, below).orElseThrow();
            covered += ratio.lower() <= 1.5 && 1.5 <= ratio.upper() ? 1 : 0;
        }
        assertThat(covered / 4000.0).isBetween(0.94, 0.96);
    }

    private static double[] normal(Random random, double mean, double deviation, int n) {
        return DoubleStream.generate(() -> mean + deviation * random.nextGaussian())
                .limit(n)
                .toArray();
    }
}
