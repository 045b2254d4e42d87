package io.kanoa.thorgate.engine.vllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.engine.ReportedFigure;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Unit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VllmFiguresTest {

    private static final VllmMetrics CAPTURED = VllmMetrics.parse(Captured.words("metrics.txt"));
    private static final VllmMetrics NOTHING = new VllmMetrics(Map.of());

    /** The captured server had answered two requests of 4 tokens each. */
    @Test
    void capturedMetrics_giveMeansInMilliseconds() {
        List<ReportedFigure> figures = new VllmFigures(CAPTURED.since(NOTHING)).all();

        assertFigure(figures, "time_to_first_token mean", 303.8356304168701 / 2, 2);
        assertFigure(figures, "inter_token_latency mean", 33.78250200148614 / 6, 6);
        assertFigure(figures, "time_per_output_token mean", 11.260834000495379 / 2, 2);
        assertFigure(figures, "request_latency mean", 334.4540596008301 / 2, 2);
        assertFigure(figures, "prefill_time mean", 59.708804001274984 / 2, 2);
        assertFigure(figures, "decode_rate", 6 / 0.03378250200148614, 2);
        assertFigure(figures, "cached_prompt_tokens", 0, 2);
    }

    @Test
    void figures_nameTheirFormulaUnitAndOurMetric() {
        ReportedFigure first = new VllmFigures(CAPTURED).all().get(0);

        assertThat(first.formula()).contains("vllm:time_to_first_token_seconds");
        assertThat(first.unit()).isEqualTo(Unit.MILLISECONDS);
        assertThat(first.ours()).contains(Metric.TIME_TO_FIRST_TOKEN);
    }

    @Test
    void onlyWhatWasAddedMeanwhile_counts() {
        VllmMetrics before = histogram(10, 2);
        VllmMetrics after = histogram(11, 6);

        assertFigure(new VllmFigures(after.since(before)).all(), "time_to_first_token mean", 250, 4);
    }

    @Test
    void nothingAdded_givesNoMean() {
        assertThat(new VllmFigures(CAPTURED.since(CAPTURED)).all())
                .extracting(ReportedFigure::name)
                .containsExactly("cached_prompt_tokens");
    }

    @Test
    void olderNameOfInterTokenLatency_isKnown() {
        VllmMetrics older = new VllmMetrics(Map.of(
                "vllm:time_per_output_token_seconds_sum", 0.5, "vllm:time_per_output_token_seconds_count", 10.0));

        assertFigure(new VllmFigures(older).all(), "inter_token_latency mean", 50, 10);
    }

    private static VllmMetrics histogram(double sum, double count) {
        return new VllmMetrics(
                Map.of("vllm:time_to_first_token_seconds_sum", sum, "vllm:time_to_first_token_seconds_count", count));
    }

    private static void assertFigure(List<ReportedFigure> figures, String name, double value, long n) {
        assertThat(figures)
                .filteredOn(figure -> figure.name().equals(name))
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.value()).isCloseTo(value, within(1e-6));
                    assertThat(figure.n()).isEqualTo(n);
                });
    }
}
