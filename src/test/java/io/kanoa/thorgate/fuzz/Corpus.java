package io.kanoa.thorgate.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Inputs that are kept for good: each once found something, or leads to where few others come. */
final class Corpus {

    private static final Path KEPT = Path.of("src/test/resources/io/kanoa/thorgate/fuzz");

    private Corpus() {}

    /** The files kept for a parser, sorted by name; none where there is no folder of its name. */
    static List<Path> files(Target target) {
        return list(KEPT.resolve(target.name()));
    }

    /** The names of the folders that files are kept in. */
    static List<String> folders() {
        return list(KEPT).stream()
                .map(folder -> folder.getFileName().toString())
                .toList();
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the seeds and kept inputs of the parser that is named first into the folder that is named second.
     *
     * @param arguments name and folder; without any, the names of all parsers are printed
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            Targets.all().forEach(target -> System.out.println(target.name()));
            return;
        }
        Target target = Targets.named(arguments[0]);
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        List<byte[]> seeds = target.seeds();
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(folder.resolve("seed-" + i), seeds.get(i));
        }
        for (Path kept : files(target)) {
            Files.write(folder.resolve("kept-" + kept.getFileName()), Files.readAllBytes(kept));
        }
    }
}
