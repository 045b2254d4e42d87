package io.kanoa.thorgate.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.report.SampleRows;
import org.junit.jupiter.api.Test;

class FormatHtmlTest {

    @Test
    void formats_standWithTheirOutcomeAndTheEnginesWords() {
        assertThat(FormatHtml.of(SampleRows.formats("ollama", "unknown data type: I32")))
                .contains(">AWQ</td>", ">AutoAWQ</td>", ">refused</td>", ">unknown data type: I32</td>")
                .contains(">served</td>", ">holds 16 x F16</td>")
                .contains(">converted</td>", ">holds 7 x F32</td>");
    }

    @Test
    void engineWords_areEscapedAndBounded() {
        String hostile = FormatHtml.of(SampleRows.formats("ollama", SampleRows.HOSTILE));

        assertThat(hostile).contains("&lt;script&gt;").doesNotContain("<script>", "\u001b", "\u202e");
        assertThat(FormatHtml.of(SampleRows.formats("ollama", "x".repeat(100_000))))
                .hasSizeLessThan(4_000);
    }

    @Test
    void otherRows_haveNoSuchTable() {
        assertThat(FormatHtml.of(SampleRows.passed())).isEmpty();
        assertThat(FormatHtml.of(SampleRows.broken())).isEmpty();
    }
}
