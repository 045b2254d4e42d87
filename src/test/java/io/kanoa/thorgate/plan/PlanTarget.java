package io.kanoa.thorgate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.fuzz.Scratch;
import io.kanoa.thorgate.fuzz.Seeds;
import io.kanoa.thorgate.fuzz.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A plan's YAML. {@link PlanException} is declared, with a problem of one line at least. */
public final class PlanTarget implements Target {

    private final Scratch scratch = new Scratch();

    @Override
    public String name() {
        return "plan";
    }

    /** As many right as wrong, so that some mutants are taken. */
    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        PlanFiles.wrong().forEach(file -> {
            seeds.addAll(Seeds.resources("plan/mini.yaml"));
            seeds.add(bytes(file));
        });
        return seeds;
    }

    @Override
    public List<Supplier<byte[]>> hostile() {
        return List.of(
                () -> mini("[4k, 8k]", list(1000, i -> "x" + i + "0".repeat(60))),
                () -> mini(
                        "targets: [model_swap_time < 5 s]",
                        "targets: " + list(1000, i -> "'a < 1" + " ".repeat(990) + "x'")),
                () -> mini("C1: needs two models", entries(1000, i -> "Q" + i + "0".repeat(57) + ": no")),
                () -> mini(
                        "  small: {",
                        entries(1000, i -> "m" + i + ": {title: T, roles: [chat], source: s, precision: F16}")
                                + "\n  small: {"),
                () -> mini("      - id: A1\n", rows(900) + "      - id: A1\n"),
                () -> mini("title: Alone", "title: " + "&a ".repeat(100_000)),
                () -> mini("title: Alone", "title: [" + "&a [x], *a, ".repeat(50_000) + "]"),
                () -> mini("title: Alone", "title: {" + "? a : b, ".repeat(50_000) + "}"),
                () -> mini("title: Alone", "title: \"" + "\\u0041".repeat(150_000) + "\""));
    }

    @Override
    public boolean accepts(byte[] input) throws IOException {
        Path file = scratch.write("plan.yaml", input);
        try {
            PlanReader.read(file, "real");
            return true;
        } catch (PlanException e) {
            assertThat(e.problems()).isNotEmpty();
            assertThat(e.getMessage()).isNotBlank();
            return false;
        }
    }

    private static String rows(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "      - {id: R" + i + ", model: unknown" + i + ", context: 4k}\n")
                .collect(Collectors.joining());
    }

    private static String list(int number, IntFunction<String> item) {
        return IntStream.range(0, number).mapToObj(item).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String entries(int number, IntFunction<String> entry) {
        return IntStream.range(0, number).mapToObj(entry).collect(Collectors.joining("\n      "));
    }

    private static byte[] mini(String from, String to) {
        try {
            return PlanFiles.mini(from, to).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
