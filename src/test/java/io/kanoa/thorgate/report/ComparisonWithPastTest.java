package io.kanoa.thorgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.history.compare.Comparisons;
import io.kanoa.thorgate.history.compare.RowComparison;
import org.junit.jupiter.api.Test;

class ComparisonWithPastTest {

    @Test
    void figure_isToldInItsOwnDirection_withBothRuns() {
        ComparisonWithPast past = ComparisonWithPast.of(Comparisons.regressed("ada"));

        assertThat(past.compared().get(0).cells())
                .containsExactly(
                        "decode_rate",
                        "90 tok/s, again 91 tok/s",
                        "120 tok/s +-0.8 %",
                        "-24.2 % worse",
                        "2.6e-09",
                        "8",
                        "REGRESSION");
        assertThat(past.remarks()).isEmpty();
    }

    @Test
    void rowThatIsNotCompared_saysWhy() {
        assertThat(ComparisonWithPast.of(RowComparison.not("here", "power mode 120W -> MAXN\u001b[2J"))
                        .remarks())
                .containsExactly("power mode 120W -> MAXN");
    }
}
