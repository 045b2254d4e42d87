package io.kanoa.thorgate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanReaderTest {

    @TempDir
    private Path folder;

    @Test
    void severalErrors_areReportedAtOnceInTheOrderOfTheFile() throws IOException {
        String text = PlanFiles.mini("roles: [chat], source: example/small", "rolls: [chat], source: example/small")
                .replace("driver: embedded", "driver: embeded")
                .replace("> 5 tok/s", "> 5 token/s")
                .replace("load: large", "load: larger")
                .replace("requests: 60", "requests: 0");

        List<Problem> problems = refusal(text).problems();

        assertThat(problems)
                .extracting(Problem::line, Problem::path)
                .containsExactly(
                        tuple(4, "models.small"),
                        tuple(4, "models.small"),
                        tuple(7, "engines.local.driver"),
                        tuple(17, "scenarios.A.rows[0].targets[0]"),
                        tuple(24, "scenarios.C.rows[0].load"),
                        tuple(31, "profiles.real.sampling.requests"),
                        tuple(40, "profiles.tiny.sampling.requests"));
    }

    @Test
    void problem_knowsItsPlaceAndSaysItOnOneLine() throws IOException {
        Path file = write(PlanFiles.mini("800 ms", "800 watt"));

        PlanException refusal = catchThrowableOfType(PlanException.class, () -> PlanReader.profiles(file));

        assertThat(refusal.problems())
                .containsExactly(new Problem(
                        file.toString(),
                        18,
                        13,
                        "scenarios.A.rows[0].targets[1]",
                        "unknown unit \"watt\"; use ns, us, ms, s, min"));
        assertThat(refusal)
                .hasMessage(file + ":18:13 scenarios.A.rows[0].targets[1]: unknown unit \"watt\";"
                        + " use ns, us, ms, s, min");
    }

    @Test
    void everyProfile_isCheckedWhicheverIsRead() throws IOException {
        Path file = write(PlanFiles.mini("heads: 2, key", "heads: 3, key"));

        assertThatThrownBy(() -> PlanReader.read(file, "real"))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("profiles.tiny.stand-ins.small");
    }

    @Test
    void unknownProfile_isReportedWithNearestWord() {
        assertThatThrownBy(() -> PlanReader.read(PlanFiles.SHIPPED, "torh"))
                .isInstanceOf(PlanException.class)
                .hasMessage("targets.yaml: has no profile \"torh\"; known: thor, embedded, local");
        assertThatThrownBy(() -> PlanReader.read(PlanFiles.SHIPPED, "embeded"))
                .hasMessage("targets.yaml: has no profile \"embeded\"; did you mean \"embedded\"?");
    }

    @Test
    void missingFile_isReportedWithTheOptionThatNamesAnother() {
        assertThatThrownBy(() -> PlanReader.profiles(folder.resolve("none.yaml")))
                .isInstanceOf(PlanException.class)
                .hasMessage(
                        folder.resolve("none.yaml") + ": there is no such file; name the plan with -Dgate.plan=FILE");
    }

    @Test
    void fileThatIsTooLarge_isRefusedUnread() throws IOException {
        assertThat(refusal(" ".repeat((1 << 18) + 1))).hasMessageContaining("is larger than 256 KiB");
    }

    @Test
    void aliasBomb_isRefusedQuickly() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThatThrownBy(() -> PlanReader.profiles(PlanFiles.WRONG.resolve("63-alias-bomb.yaml")))
                        .isInstanceOf(PlanException.class)
                        .hasMessageContaining("aliases"));
    }

    @Test
    void fewAliases_areFine() throws IOException {
        String text = PlanFiles.mini("roles: [chat], source: example/small", "roles: &r [chat], source: example/small")
                .replace("roles: [chat], source: example/large", "roles: *r, source: example/large");

        assertThat(PlanReader.read(write(text), "real").models().get("large").roles())
                .containsExactly("chat");
    }

    @Test
    void hostileText_staysOnItsLine() throws IOException {
        String text = PlanFiles.mini("    title: Alone", "    \"ti\\ntle\\u001b[31m\": Alone");

        assertThat(refusal(text).getMessage().lines())
                .hasSize(2)
                .noneMatch(line -> line.contains("\u001b"))
                .anyMatch(line -> line.contains("unknown key \"ti\\u000atle\\u001b[31m\""));
    }

    @Test
    void hostileShapes_areProblemsNotCrashes() throws IOException {
        for (String shape : List.of(
                "!!str [a]",
                "!!map x",
                "!!seq x",
                "!!int x",
                "? [a]\n: b",
                "&a [*a]",
                "{[a]: b}",
                "~",
                "[]",
                "{}",
                "!x y",
                "*none",
                "- a",
                "\"\"",
                "1e3",
                "2001-01-01",
                "0x10",
                "0o7",
                "<<",
                "{a: {a: {a: 1}}}")) {
            for (String place : List.of(
                    "Mini",
                    "{name: bench, memory: 16 GB}",
                    "[4k, 8k]",
                    "[model_swap_time < 5 s]",
                    "1 req/s",
                    "Alone",
                    "{driver: vllm}",
                    "needs two models")) {
                Path file = write(PlanFiles.mini(place, shape));
                try {
                    PlanReader.profiles(file);
                } catch (PlanException expected) {
                    assertThat(expected.problems()).isNotEmpty();
                }
            }
        }
    }

    @Test
    void largeShapes_areRefusedQuickly() {
        List<String> shapes = List.of(
                "plan: " + "[".repeat(1_000_000),
                "plan: " + "{a: ".repeat(200_000),
                IntStream.range(0, 90_000).mapToObj(i -> "k" + i + ": v\n").collect(Collectors.joining()),
                "always:\n" + "- ttft < 5 s\n".repeat(70_000),
                "plan: " + "a ".repeat(500_000),
                "? ".repeat(500_000),
                "- ".repeat(500_000));
        for (String shape : shapes) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5), () -> assertThat(refusal(shape)).isNotNull());
        }
    }

    @Test
    void hugeMatrix_isRefused() throws IOException {
        String labels = IntStream.rangeClosed(1, 600).mapToObj(i -> i + "k").collect(Collectors.joining(", "));
        String text = PlanFiles.mini("[4k, 8k]", "[" + labels + "]\n        engine: [local, vllm]");

        assertThat(refusal(text)).hasMessageContaining("with this row the plan has more than 1000 rows");
    }

    @Test
    void valuesOfAPlan_cannotBeChanged() {
        Plan plan = PlanReader.read(PlanFiles.MINI, "real");

        assertThatThrownBy(() -> plan.rows().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> plan.models().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> plan.scenarios().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void contextAndSeveralEngines_bothGoIntoTheId() throws IOException {
        String text = PlanFiles.mini(
                        "        context: [4k, 8k]", "        context: [4k, 8k]\n        engine: [vllm, other]")
                .replace("  vllm: {driver: vllm}", "  vllm: {driver: vllm}\n  other: {driver: ollama}")
                .replace("      C1: needs two models", "      C1: needs two models\n      A1: needs others");
        text = text.substring(0, text.indexOf("  tiny:"));

        assertThat(PlanReader.read(write(text), "real").rows())
                .extracting(Row::id)
                .containsExactly("A1@4k@vllm", "A1@4k@other", "A1@8k@vllm", "A1@8k@other", "C1");
    }

    @Test
    void alwaysTarget_givesWayToATargetOnTheSameMetric() throws IOException {
        String text = PlanFiles.mini("- vin_average_power < 100 W", "- time_to_first_token < 5 s")
                .replace("[model_swap_time < 5 s]", "[model_swap_time < 5 s, memory_available_min > 1 GB]");

        List<Row> rows = PlanReader.read(write(text), "real").rows();

        assertThat(rows.get(0).targets())
                .extracting(Target::toString)
                .containsExactly("output_token_throughput_per_user > 5 tok/s", "time_to_first_token p95 < 800 ms");
        assertThat(rows.get(2).targets())
                .extracting(Target::toString)
                .containsExactly("model_swap_time < 5 s", "memory_available_min > 1 GB");
    }

    private PlanException refusal(String text) throws IOException {
        Path file = write(text);
        return catchThrowableOfType(PlanException.class, () -> PlanReader.profiles(file));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("targets.yaml"), text);
    }
}
