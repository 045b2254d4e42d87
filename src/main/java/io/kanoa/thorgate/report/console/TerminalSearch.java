package io.kanoa.thorgate.report.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for the terminal that a run is watched on. A JVM that Maven forks has a pipe for its output, so that no question to
 * itself helps: Linux tells by {@code /proc} where the output of the JVM goes that started it. Elsewhere, and where that
 * is no terminal either, there is none.
 */
public final class TerminalSearch {

    private static final Set<String> SHELLS = Set.of("sh", "dash", "bash", "ash", "busybox", "ksh", "zsh");
    private static final int MOST_SHELLS = 4;

    private final Path root;
    private final Map<String, String> environment;

    /**
     * @param root of the file system
     * @param environment of this process: {@code NO_COLOR}, {@code CLICOLOR_FORCE}, {@code TERM} and {@code CI} count
     */
    public TerminalSearch(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = environment;
    }

    /** The terminal. A dumb one gets neither a live line nor colours, and in CI nobody watches. */
    public Terminal find() {
        Optional<Path> found = device();
        Optional<Path> able = found.filter(device -> !isDumb());
        Optional<Path> watched = able.filter(device -> !isSet("CI"));
        boolean colours = !isSet("NO_COLOR") && (watched.isPresent() || isForced());
        return new Terminal(watched, found, colours);
    }

    private boolean isDumb() {
        return !isSet("TERM") || value("TERM").equals("dumb");
    }

    private boolean isForced() {
        return isSet("CLICOLOR_FORCE") && !value("CLICOLOR_FORCE").equals("0");
    }

    private boolean isSet(String name) {
        return !value(name).isEmpty();
    }

    private String value(String name) {
        return environment.getOrDefault(name, "");
    }

    private Optional<Path> device() {
        Path self = root.resolve("proc/self");
        return output(self).or(() -> starter(self).flatMap(this::output));
    }

    /** The JVM that started {@code process}, be it by a shell. */
    private Optional<Path> starter(Path process) {
        return Stream.iterate(parent(process), Optional::isPresent, parent -> parent.flatMap(this::parent))
                .flatMap(Optional::stream)
                .limit(MOST_SHELLS)
                .dropWhile(parent -> SHELLS.contains(program(parent)))
                .findFirst()
                .filter(parent -> program(parent).equals("java"));
    }

    private Optional<Path> parent(Path process) {
        try (Stream<String> lines = Files.lines(process.resolve("status"))) {
            return lines.filter(line -> line.startsWith("PPid:"))
                    .map(line -> root.resolve("proc").resolve(line.substring(5).strip()))
                    .findFirst();
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String program(Path process) {
        return link(process.resolve("exe"))
                .map(file -> file.getFileName().toString())
                .orElse("");
    }

    private Optional<Path> output(Path process) {
        return link(process.resolve("fd/1"))
                .filter(file -> file.toString().matches("/dev/(pts/\\d+|tty\\w*|console)"))
                .filter(Files::isWritable);
    }

    private static Optional<Path> link(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
