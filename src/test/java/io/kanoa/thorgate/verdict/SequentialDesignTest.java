package io.kanoa.thorgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequentialDesignTest {

    private static final int[] LOOKS = LookSchedule.of(400);
    private static final SequentialDesign P95 = SequentialDesign.of(LOOKS, 0.05, 0.05);

    @ParameterizedTest
    @CsvSource({"110, 0, 13", "140, 1, 15", "200, 3, 18", "260, 5, 22", "320, 7, 26", "380, 10, 29"})
    void bounds_areTheGoldenOnes(int look, int pass, int fail) {
        assertThat(P95.passAtMost(look)).isEqualTo(pass);
        assertThat(P95.failAtLeast(look)).isEqualTo(fail);
    }

    @Test
    void spentChances_areTheGoldenOnes() {
        assertThat(P95.passSpent()).isCloseTo(0.04901, within(5e-6));
        assertThat(P95.failSpent()).isCloseTo(0.04902, within(5e-6));
    }

    @Test
    void cleanRow_stopsAfter90Requests() {
        assertThat(P95.passAtMost(80)).isEqualTo(-1);
        assertThat(P95.passAtMost(90)).isZero();
    }

    /** Property 3. */
    @ParameterizedTest
    @CsvSource({"400, 0.05", "400, 0.5", "400, 0.1", "400, 0.01", "30, 0.5", "25, 0.5", "137, 0.05", "1000, 0.01"})
    void chanceToCrossAtTheBoundary_isAtMostAlpha(int cap, double allowed) {
        int[] looks = LookSchedule.of(cap);
        SequentialDesign design = SequentialDesign.of(looks, allowed, 0.05);

        double pass = Walk.over(looks, allowed, design::passAtMost, n -> n + 1).crossed();
        double fail = Walk.over(looks, allowed, n -> -1, design::failAtLeast).crossed();

        assertThat(pass).isCloseTo(design.passSpent(), within(1e-12)).isLessThanOrEqualTo(0.05);
        assertThat(fail).isCloseTo(design.failSpent(), within(1e-12)).isLessThanOrEqualTo(0.05);
    }

    /** Property 4: whoever looks repeatedly with the rule for one look errs three times as often. */
    @Test
    void naivePeeking_isCaught() {
        double pass = Walk.over(LOOKS, 0.05, n -> naivePass(n), n -> n + 1).crossed();
        double fail = Walk.over(LOOKS, 0.05, n -> -1, n -> naiveFail(n)).crossed();

        assertThat(pass).isCloseTo(0.1488, within(1e-4));
        assertThat(fail).isCloseTo(0.1742, within(1e-4));
    }

    @Test
    void rowsAwayFromTheBoundary_endEarly() {
        assertThat(end(0.10)).isCloseTo(154, within(2.0));
        assertThat(end(0.30)).isCloseTo(25, within(2.0));
    }

    @Test
    void lookThatWasNotPlanned_isRefused() {
        assertThatThrownBy(() -> P95.passAtMost(95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("95 is not among the looks");
    }

    @ParameterizedTest
    @CsvSource({"5, 1", "29, 1", "30, 2", "35, 3", "400, 39", "4000, 40"})
    void schedule_hasFewLooksAndEndsAtTheCap(int cap, int looks) {
        int[] schedule = LookSchedule.of(cap);

        assertThat(schedule).hasSize(looks).isSorted().doesNotHaveDuplicates();
        assertThat(schedule[looks - 1]).isEqualTo(cap);
    }

    private static double end(double chance) {
        return Walk.over(LOOKS, chance, P95::passAtMost, P95::failAtLeast).expectedEnd();
    }

    private static int naivePass(int n) {
        int x = -1;
        while (Binomial.atMost(x + 1, n, 0.05) <= 0.05) {
            x++;
        }
        return x;
    }

    private static int naiveFail(int n) {
        int x = n;
        while (Binomial.atLeast(x, n, 0.05) <= 0.05) {
            x--;
        }
        return x + 1;
    }

    /** What the plan refuses and what the looks can decide must agree: the smallest cap can pass, one less can't. */
    @ParameterizedTest
    @CsvSource({"0.5, 5", "0.1, 29", "0.05, 59", "0.01, 299"})
    void smallestCap_hasALookThatCanPass(double allowed, int cap) {
        assertThat(canPass(allowed, cap)).isTrue();
        assertThat(canPass(allowed, cap - 1)).isFalse();
    }

    private static boolean canPass(double allowed, int cap) {
        int[] looks = LookSchedule.of(cap);
        SequentialDesign design = SequentialDesign.of(looks, allowed, 0.05);
        return Arrays.stream(looks).anyMatch(look -> design.passAtMost(look) >= 0);
    }
}
