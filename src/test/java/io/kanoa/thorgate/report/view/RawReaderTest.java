package io.kanoa.thorgate.report.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.SampleRows;
import io.kanoa.thorgate.report.json.RawData;
import io.kanoa.thorgate.report.json.ResultsJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Each is a few kilobytes to a megabyte long and would take hundreds of megabytes, or gigabytes, to hold. */
    @ParameterizedTest
    @CsvSource({
        "'', 9000000, 1, has a line of more than 8388608 bytes",
        "'{}', 8000000, 40, unpacks to more than 268435456 bytes",
        "'{\"ns\":1,\"values\":{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5}}', 0, 900000, more readings or channels",
        "'{\"phase\":\"measured\",\"index\":0,\"outcome\":\"COMPLETED\",\"chunk_ns\":[]}', 0, 140000, more requests or tokens"
    })
    void fileThatUnpacksToTooMuch_isReadAsFarAsItIsHeld(String line, int blanks, int times, String problem)
            throws IOException {
        Path file = folder.resolve(TIMELINES);
        Files.createDirectories(file.getParent());
        byte[] bytes = (line + " ".repeat(blanks) + "\n").getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)), 1 << 16)) {
            for (int i = 0; i < times; i++) {
                out.write(bytes);
            }
        }

        RawRow raw = new RawReader(folder.resolve("results.json")).read(row(TIMELINES, TIMELINES));

        assertThat(raw.problems())
                .anySatisfy(told -> assertThat(told)
                        .startsWith(TIMELINES + " can't be read to its end: ")
                        .contains(problem));
    }

    @Test
    void resultsThatNoRunWouldWrite_areNotTakenIn() throws IOException {
        Path results = folder.resolve("results.json");
        try (RandomAccessFile file = new RandomAccessFile(results.toFile(), "rw")) {
            file.setLength((1 << 28) + 1L);
        }

        assertThatThrownBy(() -> ResultsReader.read(results))
                .isInstanceOf(UnreadableResultsException.class)
                .hasMessageContaining("268435456 are the most that are read");
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
        return row(timelines, "");
    }

    private RowView row(String timelines, String samples) {
        try {
            Path file = Files.writeString(
                    folder.resolve("results.json"),
                    "{\"schema_version\": \"1.0\", \"rows\": [{\"id\": \"A1@4k\", \"verdict\": \"PASS\", \"raw\": {\"timelines\": \""
                            + timelines + "\", \"samples\": \"" + samples + "\"}}]}");
            return ResultsReader.read(file).rows().get(0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
