package io.kanoa.thorgate.report.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.report.SampleRows;
import io.kanoa.thorgate.report.json.ResultsJson;
import io.kanoa.thorgate.verdict.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultsReaderTest {

    @TempDir
    Path folder;

    @Test
    void whatWasWritten_isReadAgain() {
        RunResult written = SampleRows.run(SampleRows.passed(), SampleRows.swapped());

        RunView run = ResultsReader.read(new ResultsJson(folder).write(written));

        assertThat(run.profile()).isEqualTo("embedded");
        assertThat(run.counts().pass()).isEqualTo(2);
        assertThat(run.outside()).containsExactly(new RunView.OutsideView("B2", "B", "needs a vector database"));
        RowView row = run.row("A1@4k").orElseThrow();
        assertThat(row.verdict()).isEqualTo(Decision.PASS);
        assertThat(row.targets()).extracting(TargetView::measuredText).containsExactly("118 tok/s", "44.1 ms");
        assertThat(row.figure(Metric.TIME_TO_FIRST_TOKEN).in(Unit.MILLISECONDS)).isEqualTo(41.25);
        assertThat(row.metric(Metric.TIME_TO_FIRST_TOKEN)
                        .orElseThrow()
                        .values()
                        .orElseThrow()
                        .count())
                .isEqualTo(3);
        assertThat(run.row("C1").orElseThrow().swaps()).hasSize(5);
    }

    @Test
    void whatAnOlderFileLacks_isEmptyOrUnknown() throws IOException {
        RunView run = read("{\"schema_version\": \"1.0\", \"rows\": [{\"id\": \"A1\", \"verdict\": \"PASS\"}]}");

        RowView row = run.rows().get(0);
        assertThat(run.models()).isEmpty();
        assertThat(run.counts().selected()).isZero();
        assertThat(row.targets()).isEmpty();
        assertThat(row.duration()).isEqualTo(Amount.UNKNOWN);
        assertThat(row.ceiling().text()).isEqualTo("n/a");
        assertThat(row.work().titles()).isEmpty();
    }

    @Test
    void whatANewerFileHasBeside_isPassedOver() throws IOException {
        assertThat(read("{\"schema_version\": \"1.7\", \"trend\": [1, 2], \"verdict\": \"GO\"}")
                        .isGo())
                .isTrue();
    }

    @Test
    void everyText_isOneShortHarmlessLine() throws IOException {
        RunView run = read("{\"schema_version\": \"1.0\", \"plan\": \"a\\u001b[31mb\\nc" + "x".repeat(100_000)
                + "\", \"environment\": {\"k\\u0007\": \"v\\u202e\"}, \"notes\": [\"\\u001b]0;t\\u0007n\"]}");

        assertThat(run.plan()).startsWith("ab cx").hasSize(2000);
        assertThat(run.environment()).containsEntry("k\ufffd", "v\ufffd");
        assertThat(run.notes()).containsExactly("n");
    }

    @Test
    void missingFile_saysHowToGetOne() {
        assertThatThrownBy(() -> ResultsReader.read(folder.resolve("none.json")))
                .isInstanceOf(UnreadableResultsException.class)
                .hasMessage("no results at " + folder.resolve("none.json")
                        + "; run the gate first, or name the folder with -Dgate.results=FOLDER");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "null; is no results file: it holds null",
                "{; is no results file: Unexpected end-of-input",
                "[1]; is no results file: Cannot deserialize",
                "{}; has schema_version \"\", and this version reads 1.x",
                "{\"schema_version\": \"2.0\"}; has schema_version \"2.0\", and this version reads 1.x",
                "{\"schema_version\": \"1.0\", \"rows\": [{\"verdict\": \"MAYBE\"}]}; is no results file: Cannot deserialize"
            })
    void fileThatIsNoResults_isRefusedWithTheReason(String json, String reason) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(UnreadableResultsException.class)
                .hasMessageContaining(reason)
                .hasMessageStartingWith(folder.toString());
    }

    private RunView read(String json) throws IOException {
        return ResultsReader.read(Files.writeString(folder.resolve("results.json"), json));
    }
}
