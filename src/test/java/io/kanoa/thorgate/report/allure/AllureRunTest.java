package io.kanoa.thorgate.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.report.SampleRows;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllureRunTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        RunResult run = new RunResult(
                "Plan \u00b7 " + SampleRows.HOSTILE,
                "embedded",
                "device",
                Instant.EPOCH,
                Duration.ZERO,
                0,
                List.of(),
                List.of(),
                Map.of("cpu = model", "C:\\x\nforged=1"),
                List.of("weights are random"));
        AllureRun.write(folder, run);
    }

    @Test
    void environment_readsBackAsWritten_withoutForgedLines() throws IOException {
        Properties environment = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("environment.properties"))) {
            environment.load(reader);
        }

        assertThat(environment)
                .containsEntry("verdict", "NO-GO")
                .containsEntry("profile", "embedded")
                .containsEntry("cpu = model", "C:\\x forged=1")
                .containsEntry("note 1", "weights are random")
                .doesNotContainKey("forged");
        assertThat(environment.getProperty("plan"))
                .startsWith("Plan \u00b7 <script>")
                .doesNotContain("\u001b");
    }

    @ParameterizedTest
    @CsvSource({
        "failed, 'A1@4k INFEASIBLE: 8 of > 50',               Beyond physics",
        "failed, 'A1@4k\n ttft FAIL\n peak INCONCLUSIVE',      Missed target",
        "broken, 'A1@4k: INCONCLUSIVE: unsteady: a drift of +9 %\n ttft PASS', Unsteady",
        "broken, 'A1@4k: INCONCLUSIVE\n ttft INCONCLUSIVE: was it unsteady: maybe', Could not be decided",
        "failed, 'A1@4k: REGRESSION: ttft +9 %\n ttft PASS',   Regression",
        "failed, 'A1@4k: FAIL: ttft: REGRESSION\n x',          Missed target",
        "broken, 'A1@4k\n ttft INCONCLUSIVE: too few',         Could not be decided",
        "broken, 'A1@4k: engine died\nERROR: exit 137',        Could not be measured"
    })
    void row_belongsToExactlyOneCategory(String status, String message, String category) throws IOException {
        JsonNode categories =
                new JsonMapper().readTree(folder.resolve("categories.json").toFile());

        assertThat(categories)
                .filteredOn(node -> node.at("/matchedStatuses/0").asText().equals(status))
                .filteredOn(node -> Pattern.matches(node.path("messageRegex").asText(), message))
                .extracting(node -> node.path("name").asText())
                .containsExactly(category);
    }
}
