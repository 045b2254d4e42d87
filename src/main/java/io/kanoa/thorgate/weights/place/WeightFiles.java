package io.kanoa.thorgate.weights.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that hold weights, of a model that is a file or a folder. */
final class WeightFiles {

    private static final Set<String> ENDINGS = Set.of("safetensors", "gguf", "bin", "pt", "pth");
    private static final Pattern SHARD = Pattern.compile("(.*-)\\d{5}(-of-\\d{5}\\.gguf)");

    private WeightFiles() {}

    /** All of them, links followed; none where they cannot be read. */
    static List<Path> of(Path model) {
        try {
            return Files.isDirectory(model) ? in(model) : shards(model);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<Path> in(Path folder) throws IOException {
        return real(folder, file -> {
            String name = file.getFileName().toString();
            return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
        });
    }

    /** A GGUF file that is the first of several names the others. */
    private static List<Path> shards(Path file) throws IOException {
        Matcher shard = SHARD.matcher(file.getFileName().toString());
        Path folder = file.toAbsolutePath().getParent();
        if (!shard.matches() || folder == null) {
            return List.of(file.toRealPath());
        }
        return real(folder, other -> {
            Matcher sibling = SHARD.matcher(other.getFileName().toString());
            return sibling.matches()
                    && sibling.group(1).equals(shard.group(1))
                    && sibling.group(2).equals(shard.group(2));
        });
    }

    private static List<Path> real(Path folder, Predicate<Path> isOne) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found =
                    files.filter(isOne).filter(Files::isRegularFile).sorted().toList();
            List<Path> real = new ArrayList<>();
            for (Path file : found) {
                real.add(file.toRealPath());
            }
            return List.copyOf(real);
        }
    }
}
