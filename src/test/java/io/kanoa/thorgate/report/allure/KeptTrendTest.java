package io.kanoa.thorgate.report.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTrendTest {

    @TempDir
    Path folder;

    @Test
    void trendInAReportOfOneFile_isPutWhereTheNextOneLooks() throws IOException {
        Path report = Files.writeString(
                folder.resolve("index.html"),
                "<script>d('widgets/history-trend.json','" + base64("[1]") + "');d('history/history-trend.json','"
                        + base64("[{\"data\":{\"passed\":2}}]") + "');d('history/history.json','" + base64("{}")
                        + "');d('history/../../evil.json','" + base64("x") + "')</script>");
        Path history = folder.resolve("allure-results/history");
        KeptTrend.keep(Files.writeString(folder.resolve("old.html"), "d('history/history.json','')"), history);

        assertThat(KeptTrend.keep(report, history)).isEqualTo(2);

        assertThat(history.resolve("history-trend.json")).hasContent("[{\"data\":{\"passed\":2}}]");
        assertThat(history.resolve("history.json")).hasContent("{}");
        try (var files = Files.list(history)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void withoutAReport_nothingHappens() {
        String[] files = {
            folder.resolve("none.html").toString(), folder.resolve("history").toString()
        };

        assertThatNoException().isThrownBy(() -> KeptTrend.main(files));
        assertThat(folder.resolve("history")).doesNotExist();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
