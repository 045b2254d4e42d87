package io.kanoa.thorgate.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.history.compare.RowComparison;
import io.kanoa.thorgate.report.SampleRows;
import org.junit.jupiter.api.Test;

class PastHtmlTest {

    @Test
    void comparison_isATable_withWhatWasFound() {
        assertThat(PastHtml.of(SampleRows.regressed("ada")))
                .contains("Beside earlier runs in /home/ada/history")
                .contains(">-24.2 % worse</td>", ">REGRESSION</td>", ">2.6e-09</td>");
    }

    @Test
    void rowThatIsNotCompared_saysWhy_escaped() {
        assertThat(PastHtml.of(SampleRows.passed()
                        .compared(
                                RowComparison.not("<here>", "engine <b> -> c"),
                                SampleRows.passed().verdict(),
                                1)))
                .contains("&lt;here&gt;", "<p>engine &lt;b&gt; -&gt; c</p>");
    }

    @Test
    void rowWithoutHistory_saysNothing() {
        assertThat(PastHtml.of(SampleRows.passed())).isEmpty();
    }

    @Test
    void description_showsTheTrendAsAPicture() {
        assertThat(new DescriptionHtml(SampleRows.regressed("ada"), java.util.List.of()).html())
                .contains("output_token_throughput_per_user by run\"");
    }
}
