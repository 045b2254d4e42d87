package io.kanoa.thorgate.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The plan files that the tests read. */
final class PlanFiles {

    static final Path SHIPPED = Path.of("targets.yaml");
    static final Path MINI = Path.of("src/test/resources/io/kanoa/thorgate/plan/mini.yaml");
    static final Path WRONG = MINI.resolveSibling("wrong");

    private PlanFiles() {}

    static List<Path> wrong() {
        try (var files = Files.list(WRONG)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mini plan with the definition of its engine vllm exchanged for another. */
    static String miniWithEngine(String definition) throws IOException {
        return mini("vllm: {driver: vllm}", "vllm: " + definition);
    }

    /** The mini plan with more keys for its profile real, and with these engines that it prefers. */
    static String miniWithProfile(String engine, String... keys) throws IOException {
        String indented = Stream.of(keys).map(key -> "    " + key + "\n").collect(Collectors.joining());
        return mini("  real:\n    engine: vllm\n", "  real:\n    engine: " + engine + "\n" + indented);
    }

    /** The mini plan with one text exchanged for another. */
    static String mini(String from, String to) throws IOException {
        String text = Files.readString(MINI);
        if (!text.contains(from)) {
            throw new IllegalArgumentException("the mini plan has no " + from);
        }
        return text.replace(from, to);
    }
}
