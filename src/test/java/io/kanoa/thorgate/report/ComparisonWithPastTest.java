package io.kanoa.thorgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.history.compare.Comparisons;
import io.kanoa.thorgate.history.compare.RowComparison;
import org.junit.jupiter.api.Test;

class ComparisonWithPastTest {

    @Test
    void figure_isToldInItsOwnDirection_withBothRuns() {
        RowComparison comparison = Comparisons.regressed("ada");

        assertThat(ComparisonWithPast.cells(
                        ComparisonWithPast.compared(comparison).get(0)))
                .containsExactly(
                        "decode_rate",
                        "90 tok/s, again 91 tok/s",
                        "120 tok/s +-0.8 %",
                        "-24.2 % worse",
                        "2.6e-09",
                        "8",
                        "REGRESSION");
        assertThat(ComparisonWithPast.remark(comparison)).isEmpty();
        assertThat(ComparisonWithPast.unaccepted(comparison)).isEmpty();
    }

    @Test
    void rowThatIsNotCompared_saysWhy() {
        assertThat(ComparisonWithPast.remark(RowComparison.not("here", "power mode 120W -> MAXN\u001b[2J")))
                .isEqualTo("power mode 120W -> MAXN");
    }
}
