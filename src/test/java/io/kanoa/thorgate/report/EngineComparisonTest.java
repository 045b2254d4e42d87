package io.kanoa.thorgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.metrics.Summary;
import io.kanoa.thorgate.plan.Metric;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EngineComparisonTest {

    private static final RowResult FAST = SampleRows.onEngine("vllm", 100, 40, 41, 42, 40, 41);
    private static final RowResult SLOW = SampleRows.onEngine("ollama", 50, 41, 40, 43, 41, 40);

    @Test
    void sameWorkOnTwoEngines_isOneComparison_namedWithoutTheEngine() {
        EngineComparison comparison = only(SampleRows.passed(), FAST, SLOW);

        assertThat(comparison.id()).isEqualTo("D1");
        assertThat(comparison.model()).isEqualTo("llama-4-maverick");
        assertThat(comparison.engines()).containsExactly("vllm", "ollama");
        assertThat(comparison.includes(FAST)).isTrue();
        assertThat(comparison.includes(SampleRows.passed())).isFalse();
    }

    @Test
    void rowsOnOneEngine_areNoComparison() {
        assertThat(EngineComparison.of(List.of(FAST, SampleRows.passed(), SampleRows.swapped())))
                .isEmpty();
    }

    @Test
    void rowWithoutEvidence_takesNoPart() {
        assertThat(EngineComparison.of(List.of(FAST, SampleRows.broken()))).isEmpty();
    }

    @Test
    void clearLead_hasAWinnerWithItsInterval() {
        ComparisonLine rate = line(Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER);

        assertThat(rate.showsWinner()).isTrue();
        assertThat(rate.values().stream().map(Optional::orElseThrow).map(Summary::point))
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class)
                .containsExactly(100.0, 50.0);
        assertThat(rate.outcome(List.of("vllm", "ollama")))
                .startsWith("vllm (1.")
                .endsWith(" x)");
    }

    @Test
    void figuresWithinTheirScatter_showNoDifference() {
        ComparisonLine firstToken = line(Metric.TIME_TO_FIRST_TOKEN);

        assertThat(firstToken.showsWinner()).isFalse();
        assertThat(firstToken.outcome(List.of("vllm", "ollama"))).startsWith("no difference shown (0.9");
    }

    @Test
    void lowerTimeIsBetter_whicheverEngineRanFirst() {
        RowResult late = SampleRows.onEngine("vllm", 100, 80, 81, 82, 80, 81);

        ComparisonLine firstToken = line(Metric.TIME_TO_FIRST_TOKEN, late, SLOW);

        assertThat(firstToken.best()).isEqualTo(1);
        assertThat(firstToken.outcome(List.of("vllm", "ollama"))).startsWith("ollama (0.");
    }

    @Test
    void extreme_isShownWithoutAClaim() {
        assertThat(line(Metric.ENGINE_MEMORY_PEAK).outcome(List.of("vllm", "ollama")))
                .isEqualTo("vllm, but too few values to be sure");
    }

    @Test
    void threeEngines_areJudgedByTheTwoBest() {
        RowResult middle = SampleRows.onEngine("llama-server", 99.9, 60, 61, 62);

        ComparisonLine rate = line(Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER, SLOW, middle, FAST);

        assertThat(rate.best()).isEqualTo(2);
        assertThat(rate.showsWinner()).isFalse();
    }

    private static ComparisonLine line(Metric metric) {
        return line(metric, FAST, SLOW);
    }

    private static ComparisonLine line(Metric metric, RowResult... rows) {
        return only(rows).lines().stream()
                .filter(line -> line.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    private static EngineComparison only(RowResult... rows) {
        List<EngineComparison> comparisons = EngineComparison.of(List.of(rows));
        assertThat(comparisons).hasSize(1);
        return comparisons.get(0);
    }
}
