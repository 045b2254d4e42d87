package io.kanoa.thorgate.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Property 11: it does not cry wolf, and it finds the wolf. */
class RegressionSimulationTest {

    private static final double MOST_FALSE = 0.003;

    @Test
    void unchangedEngine_isSeldomARegression() {
        assertThat(new Checks(11, 10).regressions(1)).isBetween(0.0001, MOST_FALSE);
    }

    @Test
    void tenPercentMore_isFound() {
        assertThat(new Checks(12, 10).regressions(1.1)).isBetween(0.9, 0.99);
    }

    @Test
    void changeWithinTolerance_isSeldomARegression() {
        assertThat(new Checks(15, 10).regressions(1.005)).isLessThanOrEqualTo(0.01);
    }

    /** The mutant, caught by the bound that the rule holds. */
    @Test
    void comparedWithTheLastRunAlone_criesWolf() {
        assertThat(new Checks(13, 10).slowerThanTheLast()).isBetween(0.03, 0.07).isGreaterThan(10 * MOST_FALSE);
    }

    @Test
    void unchangedHistory_isSeldomSplit() {
        double bound = 0.001 + 4 * Math.sqrt(0.001 * 0.999 / Checks.MANY);
        assertThat(new Checks(14, 10).splits()).isBetween(0.0001, bound);
    }

    @Test
    void longUnchangedHistory_isSeldomSplit() {
        assertThat(new Checks(16, 30).splits()).isLessThanOrEqualTo(0.001);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {8, 12, 20, 30})
    void historyOfAnyLength_isJudgedAlike(int runs) {
        assertThat(new Checks(runs, runs).regressions(1)).isLessThanOrEqualTo(MOST_FALSE);
        assertThat(new Checks(runs + 100, runs).regressions(1.1)).isGreaterThanOrEqualTo(runs < 10 ? 0.88 : 0.9);
        assertThat(new Checks(runs + 100, runs).regressions(1 / 0.9)).isGreaterThanOrEqualTo(0.92);
        assertThat(new Checks(runs + 200, runs).splits())
                .isLessThanOrEqualTo(0.001 + 4 * Math.sqrt(0.001 / Checks.MANY));
    }
}
