package io.kanoa.thorgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class SpendingLevelsTest {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    @Test
    void singleLook_isDoneAtAlpha() {
        assertThat(SpendingLevels.of(new int[] {25}, 0.05)).containsExactly(0.05);
    }

    @Test
    void firstLook_spendsItsShareAlone() {
        double[] levels = SpendingLevels.of(LookSchedule.of(400), 0.05);

        assertThat(levels).hasSize(39);
        assertThat(levels[0]).isCloseTo(0.0025, within(1e-4));
    }

    /** Two equal steps: by direct integration, the second look must add what the first left. */
    @Test
    void secondLook_spendsTheRestByDirectIntegration() {
        double[] levels = SpendingLevels.of(new int[] {50, 100}, 0.05);
        double first = NORMAL.inverseSurvivalProbability(levels[0]);
        double second = NORMAL.inverseSurvivalProbability(levels[1]);

        double chance = 0;
        double step = 1e-3;
        for (double x = -8; x < first; x += step) {
            chance += step * NORMAL.density(x) * NORMAL.survivalProbability(Math.sqrt(2) * second - x);
        }

        assertThat(levels[0]).isCloseTo(0.025, within(2e-4));
        assertThat(chance).isCloseTo(0.025, within(2e-4));
    }

    @Test
    void levels_addUpToMoreThanAlphaAndEachIsBelowIt() {
        double[] levels = SpendingLevels.of(LookSchedule.of(200), 0.05);

        assertThat(Arrays.stream(levels).max().orElseThrow()).isLessThan(0.05);
        assertThat(Arrays.stream(levels).sum()).isGreaterThan(0.05);
    }
}
