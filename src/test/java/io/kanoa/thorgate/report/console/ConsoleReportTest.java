package io.kanoa.thorgate.report.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.history.compare.RowComparison;
import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.report.SampleRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {

    @Test
    void missedAndBrokenRows_areANoGo_withReasonsAndPaths() {
        RunResult run =
                SampleRows.run(SampleRows.passed(), SampleRows.missed(), SampleRows.swapped(), SampleRows.broken());

        assertThat(String.join("\n", lines(run))).isEqualTo("""

                        row    model                                 what  metric           measured   bound         target      verdict
                        A1@4k  llama-4-maverick                      4k    decode_rate      118 tok/s  >= 112 tok/s  > 50 tok/s  PASS
                        A1@4k                                              ttft p95         44.1 ms    <= 52.3 ms    < 60 ms     PASS
                        B1     llama-4-maverick + ministral-3-14b    4k    itl_degradation  2.004 x    >= 2.001 x    < 2 x       FAIL
                        C1     llama-4-maverick -> olmo-3-32b-think  swap  swap_time        1.9 s      <= 2.2 s      < 5 s       PASS
                        A2@8k  olmo-3-32b-think                      4k    decode_rate      n/a        n/a           > 50 tok/s  ERROR

                        row  swap   files  n  median  bound      unload  process  weights  ready   token   read       of disk
                        C1   there  cold   5  2 s     <= 2.47 s  105 ms  210 ms   1.16 s   315 ms  210 ms  55.8 GB/s  55.8 %
                        C1   there  warm   0
                        C1   back   cold   0
                        C1   back   warm   0
                        C: Dynamic switching is viable by restart on embedded (C1 swap_time <= 2.20 s, limit < 5 s).

                        B1 FAIL: inter_token_latency_degradation: the lower bound 2.001 x misses < 2 x
                            again: mvn verify -Dgate.rows=B1
                        A2@8k ERROR: engine embedded died with exit code 137
                            again: mvn verify -Dgate.rows=A2@8k

                        outside profile embedded, not run:
                        B2: needs a vector database
                        warning: A2@8k: 1 of 1 requests failed, stalled: engine embedded died with exit code 137
                        note: stand-in models have random weights: speed is real, words are not

                        NO-GO  profile embedded  (4 rows: 2 pass, 1 fail, 1 error; 1 outside the profile) in 63.2 s
                        results  target/gate/benchmark_results.json
                        summary  target/gate/report.html
                        report   target/allure-report/index.html""");
    }

    @Test
    void earlierRuns_standBeside_orItIsSaidWhyNot() {
        RunResult run = SampleRows.run(
                SampleRows.regressed("ada"),
                SampleRows.missed()
                        .compared(
                                RowComparison.not("here", "not compared with earlier runs: power mode 120W -> MAXN"),
                                SampleRows.missed().verdict(),
                                1));

        assertThat(String.join("\n", lines(run))).contains("""
                        beside earlier runs
                        row    figure       now                       before             change         p        runs  found
                        A1@4k  decode_rate  90 tok/s, again 91 tok/s  120 tok/s +-0.8 %  -24.2 % worse  2.6e-09  8     REGRESSION
                        B1: not compared with earlier runs: power mode 120W -> MAXN""").contains("1 fail, 1 regression");
    }

    @Test
    void sameWorkOnTwoEngines_standsSideBySide() {
        RunResult run = SampleRows.run(
                SampleRows.onEngine("vllm", 100, 40, 41, 42, 40, 41),
                SampleRows.onEngine("ollama", 50, 41, 40, 43, 41, 40));

        assertThat(String.join("\n", lines(run))).contains("""
                        D1             vllm       ollama    better (95 % interval of the ratio of the two best)
                        ttft           40.8 ms    41 ms     no difference shown (0.958 to 1.03 x)
                        decode_rate    100 tok/s  50 tok/s  vllm (1.93 to 2.08 x)
                        engine_memory  2 GB       2 GB      vllm, but too few values to be sure
                        """);
    }

    @Test
    void contextsOfOneModel_standBelowEachOther() {
        RunResult run =
                SampleRows.run(SampleRows.atContext("A1@4k", 4_096, 100), SampleRows.atContext("A1@32k", 32_768, 80));

        assertThat(String.join("\n", lines(run))).contains("""
                        llama-4-maverick  isl           ttft   prefill_rate  decode_rate  ceiling  per token and 1k  memory growth
                        A1@4k             4096 tokens   40 ms  102400 tok/s  100 tok/s    n/a                        n/a
                        A1@32k            32768 tokens  40 ms  819200 tok/s  80 tok/s     n/a      +0.0872 ms        n/a
                        """);
    }

    @Test
    void database_isToldInLines() {
        RunResult run = SampleRows.run(SampleRows.besideDatabase("PostgreSQL 18.4"));

        assertThat(String.join("\n", lines(run))).contains("""
                        B2 database: PostgreSQL 18.4, pgvector 0.8.5
                          from: program /usr/bin/postgres
                          vectors: 10000 of dimension 128, loaded in 700 ms
                          index: hnsw (m = 16), built in 2 s, 8 MB on disk
                          recall: 93.3 % of the 5 nearest, over 3 queries
                          queries alone: p50 4 ms, p95 6 ms, 2 of 3 answered, at 20 req/s; first failure: never sent: PostgreSQL 18.4
                          under inference: p50 4 ms, p95 6 ms, 2 of 3 answered, at 20 req/s; first failure: never sent: PostgreSQL 18.4
                          turns: 1 from retrieved text: to the first token p50""").contains("""
                          its memory: 95 MB at most, 60 MB more while the index was built
                        """);
    }

    @Test
    void databasesWords_areHarmless() {
        RunResult run = SampleRows.run(SampleRows.besideDatabase(SampleRows.HOSTILE));

        assertThat(lines(run)).allMatch(line -> line.length() <= 120 && !line.contains("\u001b"));
    }

    @Test
    void optionalRowThatWasNotRun_isNamedInTheLastWord_withTheCommandThatWouldRunIt() {
        assertThat(String.join("\n", lines(SampleRows.withoutOptionalRow())))
                .contains("""
                        outside profile embedded, not run:
                        D1: no engines to compare

                        optional in profile embedded, not run:
                        B2: no database here
                            to run it: ci/engines/pgvector.sh FOLDER
                        """)
                .contains(
                        "GO  profile embedded  (1 row: 1 pass; 1 optional row not run: B2; 1 outside the profile) in");
    }

    @Test
    void formats_areAMatrixOfEngines() {
        RunResult run =
                SampleRows.run(SampleRows.formats("vllm", "no kernel"), SampleRows.formats("ollama", "not known"));

        assertThat(String.join("\n", lines(run))).contains("""
                        format         vllm       ollama
                        FP16 (GGUF)    served     served
                        AWQ (AutoAWQ)  refused    refused
                        Q4_0 (GGUF)    converted  converted
                        """);
    }

    @Test
    void formatsOfOneEngine_standBesideItsWords() {
        RunResult run = SampleRows.run(SampleRows.formats("ollama", SampleRows.HOSTILE));

        assertThat(String.join("\n", lines(run)))
                .contains("FP16 (GGUF)    served     holds 16 x F16")
                .contains("AWQ (AutoAWQ)  refused    <script>alert(1)</script>red")
                .contains("Q4_0 (GGUF)    converted  holds 7 x F32")
                .doesNotContain("\u001b", "\u0007", "\u202e");
    }

    @Test
    void targetThatIsNotSettled_hasItsAdvice() {
        assertThat(lines(SampleRows.run(SampleRows.undecided())))
                .contains("    to settle decode_rate: about 31 requests would settle it");
    }

    @Test
    void onlyPasses_endInGo() {
        assertThat(lines(SampleRows.run(SampleRows.swapped())))
                .endsWith(
                        "GO  profile embedded  (1 row: 1 pass; 1 outside the profile) in 63.2 s",
                        "results  target/gate/benchmark_results.json",
                        "summary  target/gate/report.html",
                        "report   target/allure-report/index.html");
    }

    @Test
    void exports_areOneLine() {
        StringBuilder console = new StringBuilder();

        new ConsoleReport(console, ConsoleFormat.PLAIN)
                .exports(Path.of("target", "gate"), List.of("junit.xml", "results.csv"));

        assertThat(console.toString().lines()).containsExactly("exports  target/gate/junit.xml, results.csv");
    }

    @Test
    void runThatWasCutShort_saysHowManyRowsAreMissing() {
        RunResult whole = SampleRows.run(SampleRows.passed());
        RunResult cut = new RunResult(
                whole.planTitle(),
                whole.profile(),
                whole.device(),
                whole.started(),
                whole.duration(),
                3,
                whole.rows(),
                List.of(),
                whole.environment(),
                List.of());

        assertThat(lines(cut))
                .contains(
                        "NO-GO  profile embedded  (3 rows: 1 pass, 2 without a result; 0 outside the profile) in 63.2 s");
    }

    @Test
    void hostileText_isHarmless_andNoLineIsTooWide() {
        List<String> lines = lines(
                SampleRows.run(SampleRows.missed(), SampleRows.hostile(SampleRows.HOSTILE + "y ".repeat(500_000))));

        assertThat(lines).hasSizeLessThan(40);
        assertThat(lines).filteredOn(line -> !line.startsWith("    again: ")).allMatch(line -> line.length() <= 120);
        assertThat(String.join("", lines)).doesNotContain("\u001b", "\u0007", "\u202e");
    }

    @Test
    void closedConsole_isSaid() {
        Writer closed = Writer.nullWriter();
        try {
            closed.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        assertThatThrownBy(() -> new ConsoleReport(closed, ConsoleFormat.PLAIN)
                        .print(SampleRows.run(), Path.of("a"), Path.of("b"), Optional.empty()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("console");
    }

    private static List<String> lines(RunResult run) {
        StringBuilder console = new StringBuilder();
        new ConsoleReport(console, ConsoleFormat.PLAIN)
                .print(
                        run,
                        Path.of("target", "gate", "benchmark_results.json"),
                        Path.of("target", "allure-report", "index.html"),
                        Optional.of(Path.of("target", "gate", "report.html")));
        return console.toString().lines().toList();
    }
}
