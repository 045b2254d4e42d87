package io.kanoa.thorgate.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.report.SampleRows;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsCsvTest {

    private static final CSVFormat RFC_4180 =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    @Test
    void row_metricAndStatistic_areALine_withValueAndUnit() throws IOException {
        List<CSVRecord> lines = lines(SampleRows.run(SampleRows.passed()));

        assertThat(lines)
                .extracting(line -> String.join(
                        " ",
                        line.get("of"),
                        line.get("metric"),
                        line.get("statistic"),
                        line.get("value"),
                        line.get("unit")))
                .startsWith("row duration  4.2 s", "observed time_to_first_token overall 41.9583 ms")
                .contains(
                        "observed time_to_first_token p50 41.25 ms",
                        "observed output_token_throughput_per_user overall 117.757 tok/s")
                .endsWith(
                        "target output_token_throughput_per_user mean 118.2 tok/s",
                        "target time_to_first_token p95 44.1 ms");
    }

    @Test
    void target_hasBoundsLimitAndVerdict() throws IOException {
        CSVRecord target = lines(SampleRows.run(SampleRows.missed())).stream()
                .filter(line -> line.get("of").equals("target"))
                .findFirst()
                .orElseThrow();

        assertThat(target.toMap())
                .containsAllEntriesOf(Map.of(
                        "row", "B1",
                        "model", "llama-4-maverick + ministral-3-14b",
                        "lower_bound", "2.001",
                        "upper_bound", "2.1",
                        "comparison", "<",
                        "limit", "2",
                        "n", "8",
                        "verdict", "FAIL"));
    }

    @Test
    void rowThatBroke_isThere_withoutMadeUpNumbers() throws IOException {
        assertThat(lines(SampleRows.run(SampleRows.broken())))
                .extracting(line -> line.get("of") + " " + line.get("verdict"))
                .containsExactly("row ERROR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", " =1"})
    void untrustedText_isNoFormula(String untrusted) throws IOException {
        CSVRecord line = lines(SampleRows.run(SampleRows.hostile(untrusted))).get(0);

        assertThat(line.get("row")).isEqualTo("'" + untrusted.strip());
    }

    @Test
    void negativeNumbers_stayNumbers() throws IOException {
        assertThat(Numbers.text(-0.00125)).isEqualTo("-0.00125");
        assertThat(Numbers.text(1e21)).isEqualTo("1000000000000000000000");
        assertThat(Numbers.text(Double.NaN)).isEmpty();
    }

    @Test
    void everyLine_hasEveryColumn_andEndsAsTheRfcWants() throws IOException {
        RunResult run = SampleRows.run(
                SampleRows.passed(), SampleRows.missed(), SampleRows.swapped(), SampleRows.hostile(Hostile.TEXT));

        assertThat(lines(run))
                .allMatch(CSVRecord::isConsistent)
                .allSatisfy(line -> assertThat(line.get("row"))
                        .hasSizeLessThanOrEqualTo(201)
                        .doesNotContain("\n", "\u001b"));
        assertThat(Written.by(ResultsCsv::write, run).replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    private static List<CSVRecord> lines(RunResult run) throws IOException {
        try (CSVParser parser = RFC_4180.parse(new StringReader(Written.by(ResultsCsv::write, run)))) {
            return parser.getRecords();
        }
    }
}
