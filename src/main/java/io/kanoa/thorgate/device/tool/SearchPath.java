package io.kanoa.thorgate.device.tool;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Directories where programs are looked for. */
public record SearchPath(List<Path> directories) {

    /** The directories of the environment's {@code PATH}. */
    public static SearchPath ofTheEnvironment() {
        String path = System.getenv().getOrDefault("PATH", "");
        return new SearchPath(Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .flatMap(SearchPath::directory)
                .toList());
    }

    /** The program of this name, with or without {@code .exe}. */
    public Optional<Path> find(String program) {
        return directories.stream()
                .flatMap(directory -> Stream.of(directory.resolve(program), directory.resolve(program + ".exe")))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static Stream<Path> directory(String name) {
        try {
            return name.isBlank() ? Stream.empty() : Stream.of(Path.of(name));
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }
}
