package io.kanoa.thorgate.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.report.SampleRows;
import org.junit.jupiter.api.Test;

class DatabaseHtmlTest {

    @Test
    void database_isATable_whoseWordsAreHarmless() {
        assertThat(DatabaseHtml.of(SampleRows.besideDatabase("PostgreSQL 18.4")))
                .contains("PostgreSQL 18.4, pgvector 0.8.5", "hnsw (m = 16)", "93.3 %");
        assertThat(DatabaseHtml.of(SampleRows.besideDatabase(SampleRows.HOSTILE)))
                .doesNotContain("<script>", "\u001b", "\u202e");
    }

    @Test
    void rowWithoutADatabase_hasNone() {
        assertThat(DatabaseHtml.of(SampleRows.passed())).isEmpty();
    }
}
