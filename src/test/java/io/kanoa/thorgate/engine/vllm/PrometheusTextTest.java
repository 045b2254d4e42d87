package io.kanoa.thorgate.engine.vllm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrometheusTextTest {

    @Test
    void seriesOfOneName_areSummed() {
        assertThat(PrometheusText.sums("hits_total{engine=\"0\"} 3.0\nhits_total{engine=\"1\"} 4\n"))
                .containsOnlyKeys("hits_total")
                .containsEntry("hits_total", 7.0);
    }

    @Test
    void labels_mayHoldBracesBlanksAndNumbers() {
        assertThat(PrometheusText.sums("limit{args=\"{a: 1} 5\",le=\"+Inf\"} 2.5e-3 1700000000"))
                .containsEntry("limit", 0.0025);
    }

    @Test
    void whatIsNoSample_isPassedOver() {
        assertThat(PrometheusText.sums("# HELP hits 5\n\nhits NaN\nhits +Inf\nhits\nhits 1.2.3\n<html> 404 </html>\n"))
                .isEmpty();
    }
}
