package io.kanoa.thorgate.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.SampleRows;
import io.kanoa.thorgate.report.json.RawData;
import io.kanoa.thorgate.report.json.ResultsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawReaderTest {

    private static final String TIMELINES = "raw/A1@4k.timelines.jsonl.gz";

    @TempDir
    Path folder;

    private final RowResult passed = SampleRows.passed();

    @Test
    void whatWasWritten_isReadAgain() {
        RawRow raw = read();
        var timeline = passed.evidence().orElseThrow().measured().get(3);

        RequestView request = raw.phase("measured").get(3);

        assertThat(raw.problems()).isEmpty();
        assertThat(raw.phase("warm_up")).hasSize(2);
        assertThat(raw.phase("measured")).hasSize(8);
        assertThat(request.firstTokenMillis()).isEqualTo((timeline.firstChunkNanos() - timeline.sentNanos()) / 1e6);
        assertThat(request.gapsMillis()).hasSize(63);
        assertThat(request.decodeRate())
                .isEqualTo(63 / ((timeline.lastChunkNanos() - timeline.firstChunkNanos()) / 1e9));
        assertThat(raw.readings().get("memory_available_bytes").values()).containsExactly(3.1e9);
        assertThat(raw.readings()).doesNotContainKey("cpu_busy_percent");
    }

    @Test
    void brokenFile_isReadAsFarAsItGoes() throws IOException {
        write();
        Path file = folder.resolve(TIMELINES);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length * 2 / 3));

        RawRow raw = new RawReader(folder.resolve("results.json")).read(row(TIMELINES));

        assertThat(raw.requests()).isNotEmpty();
        assertThat(raw.problems()).singleElement().asString().startsWith(TIMELINES + " can't be read to its end: ");
    }

    @Test
    void fileOutsideTheFolder_isNeverRead() throws IOException {
        write();
        Path inner = Files.createDirectories(folder.resolve("inner/raw")).getParent();

        for (String name : new String[] {
            "../" + TIMELINES,
            "raw/../../" + TIMELINES,
            folder.resolve(TIMELINES).toString()
        }) {
            RawRow raw = new RawReader(inner.resolve("results.json")).read(row(name));

            assertThat(raw.requests()).isEmpty();
            assertThat(raw.problems()).singleElement().asString().startsWith("no raw data are read from ");
        }
    }

    @Test
    void fileThatIsNotThere_isToldOnce() {
        assertThat(new RawReader(folder.resolve("results.json"))
                        .read(row(TIMELINES))
                        .problems())
                .containsExactly(
                        TIMELINES + " is not beside the results: plots that need every token's time are left out");
    }

    private RawRow read() {
        write();
        Path results = new ResultsJson(folder).write(SampleRows.run(passed));
        return new RawReader(results).read(ResultsReader.read(results).rows().get(0));
    }

    private void write() {
        new RawData(folder).write(passed);
    }

    private RowView row(String timelines) {
        try {
            Path file = Files.writeString(
                    folder.resolve("results.json"),
                    "{\"schema_version\": \"1.0\", \"rows\": [{\"id\": \"A1@4k\", \"verdict\": \"PASS\", \"raw\": {\"timelines\": \""
                            + timelines + "\", \"samples\": \"\"}}]}");
            return ResultsReader.read(file).rows().get(0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
