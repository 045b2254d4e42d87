package io.kanoa.thorgate.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.report.SampleRows;
import org.junit.jupiter.api.Test;

class OpinionHtmlTest {

    private static final String HTML = new OpinionHtml(SampleRows.withOpinions()).html();

    @Test
    void figure_standsBesideOurs_withItsFormula() {
        assertThat(HTML)
                .contains("<b>vLLM 9, own metrics</b>", ">41.5 ms<", ">42 ms<", ">sum / count<")
                .contains("ttft &lt;mean&gt;");
    }

    @Test
    void toolThatFailed_saysWhy() {
        assertThat(HTML).contains("vllm bench serve", "gave no figures: no &lt;such&gt; program");
    }

    @Test
    void rowThatNobodyElseMeasured_hasNothing() {
        assertThat(new OpinionHtml(SampleRows.passed()).html()).isEmpty();
    }
}
