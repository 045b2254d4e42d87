package io.kanoa.thorgate.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.SampleRows;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawDataTest {

    @TempDir
    Path folder;

    @Test
    void timelines_areOneLineARequest_onOneClock() throws IOException {
        List<JsonNode> lines = written(RawData.timelinesOf(SampleRows.passed().row()));

        assertThat(lines).hasSize(1 + 2 + 8);
        assertThat(lines.get(0).path("format").asText()).isEqualTo("thor-gate timelines 1");
        JsonNode first = lines.get(3);
        assertThat(first.path("phase").asText()).isEqualTo("measured");
        assertThat(first.path("outcome").asText()).isEqualTo("COMPLETED");
        assertThat(first.path("sent_ns").asLong()).isEqualTo(5_000_000);
        assertThat(first.path("first_byte_ns").asLong()).isEqualTo(6_000_000);
        assertThat(first.path("usage_ns").isNumber()).isTrue();
        assertThat(first.path("prompt_tokens").asInt()).isEqualTo(448);
        assertThat(first.path("chunk_ns")).hasSize(64);
        assertThat(first.path("chunk_tokens").get(63).asInt()).isEqualTo(64);
    }

    @Test
    void samples_keepWhatWasRead_andNoNaN() throws IOException {
        List<JsonNode> lines = written(RawData.samplesOf(SampleRows.passed().row()));

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1))
                .hasToString("{\"ns\":0,\"sensor\":\"meminfo\",\"values\":{\"memory_available_bytes\":3100000000}}");
        assertThat(lines.get(2))
                .hasToString("{\"ns\":10000000,\"sensor\":\"cpu\",\"values\":{\"cpu_busy_percent\":null}}");
    }

    @Test
    void whatDidNotHappen_isNull() throws IOException {
        new RawData(folder).write(SampleRows.broken());

        JsonNode failed = lines(RawData.timelinesOf(SampleRows.broken().row())).get(1);

        assertThat(failed.path("first_byte_ns").isNull()).isTrue();
        assertThat(failed.path("completion_tokens").isNull()).isTrue();
        assertThat(failed.path("detail").asText()).contains("died");
    }

    @Test
    void textOfAnswers_isNeverWritten() throws IOException {
        written(RawData.timelinesOf(SampleRows.passed().row()));

        assertThat(lines(RawData.timelinesOf(SampleRows.passed().row())).toString())
                .doesNotContain(SampleRows.ANSWER);
    }

    @Test
    void hostileRowId_staysInTheFolder() throws IOException {
        RowResult hostile = SampleRows.hostile("../../etc/passwd\u0000<script>");

        new RawData(folder).write(hostile);

        try (var files = Files.list(folder.resolve("raw"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(2)
                    .allMatch(
                            name -> name.matches("__+[A-Za-z0-9_.-]+-[0-9a-f]{8}\\.(timelines|samples)\\.jsonl\\.gz"));
        }
    }

    @Test
    void plainIds_keepTheirName_andOthersNeverShareOne() {
        assertThat(FileNames.safe("A1@4k")).isEqualTo("A1@4k");
        assertThat(FileNames.safe("a/b")).isNotEqualTo(FileNames.safe("a:b"));
        assertThat(FileNames.safe("x".repeat(500))).hasSizeLessThan(100);
        assertThat(FileNames.safe("..")).doesNotStartWith(".");
        assertThat(FileNames.safe("")).isNotEmpty();
    }

    private List<JsonNode> written(String file) throws IOException {
        new RawData(folder).write(SampleRows.passed());
        return lines(file);
    }

    private List<JsonNode> lines(String file) throws IOException {
        JsonMapper mapper = new JsonMapper();
        List<JsonNode> lines = new ArrayList<>();
        try (var reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(file))), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(mapper.readTree(line));
            }
        }
        return lines;
    }
}
