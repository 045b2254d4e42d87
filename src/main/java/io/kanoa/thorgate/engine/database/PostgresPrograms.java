package io.kanoa.thorgate.engine.database;

import io.kanoa.thorgate.engine.launch.Programs;
import io.kanoa.thorgate.plan.Launch;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The programs of a PostgreSQL that has pgvector.
 *
 * @param folder with {@code initdb} and {@code postgres}
 */
record PostgresPrograms(Path folder) {

    /** As Debian and Ubuntu lay them out, outside of the PATH. */
    private static final Path PACKAGED = Path.of("/usr/lib/postgresql");

    private static final Path PACKAGED_SHARE = Path.of("/usr/share/postgresql");
    private static final String EXTENSION = "extension/vector.control";

    /** The one that the plan names, else the first of those on the PATH and the packaged ones, newest first, with pgvector. */
    static Optional<PostgresPrograms> find(Launch.Program launch) {
        return candidates(launch).stream().filter(PostgresPrograms::hasVectors).findFirst();
    }

    /** Why {@link #find} found nothing. */
    static String absence(Launch.Program launch) {
        List<PostgresPrograms> found = candidates(launch);
        String named = launch.program().map(" that the plan names, "::concat).orElse("");
        return found.isEmpty()
                ? "no PostgreSQL server" + (named.isEmpty() ? " on the PATH or under " + PACKAGED : named)
                : "the PostgreSQL at " + found.get(0).folder() + " has no pgvector";
    }

    Path initdb() {
        return folder.resolve("initdb");
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    private boolean hasVectors() {
        Path home = folder.resolveSibling("share");
        return Stream.of(
                        home.resolve("postgresql"),
                        home,
                        PACKAGED_SHARE.resolve(String.valueOf(Optional.ofNullable(folder.getParent())
                                .map(Path::getFileName)
                                .orElse(folder))))
                .anyMatch(share -> Files.isRegularFile(share.resolve(EXTENSION)));
    }

    private static List<PostgresPrograms> candidates(Launch.Program launch) {
        Stream<Path> folders = launch.program()
                .map(PostgresPrograms::named)
                .orElseGet(() -> Stream.concat(onThePath(), packaged().stream()));
        return folders.flatMap(folder -> of(folder).stream()).distinct().toList();
    }

    /** A folder, or a program in it. */
    private static Stream<Path> named(String program) {
        Path path = Path.of(program);
        return Files.isDirectory(path)
                ? Stream.of(path)
                : Programs.find(program).stream()
                        .map(file -> file.toAbsolutePath().resolveSibling(""));
    }

    private static Stream<Path> onThePath() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
    }

    private static List<Path> packaged() {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(PACKAGED, "[0-9]*")) {
            versions.forEach(version -> folders.add(version.resolve("bin")));
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        folders.sort(Comparator.comparingInt(PostgresPrograms::version).reversed());
        return folders;
    }

    private static int version(Path bin) {
        String name = bin.getName(bin.getNameCount() - 2).toString();
        return name.matches("[0-9]{1,4}") ? Integer.parseInt(name) : 0;
    }

    /** What is in a folder, past links: the extension lies beside the programs themselves. */
    private static Optional<PostgresPrograms> of(Path folder) {
        Path postgres = folder.resolve("postgres");
        if (!Files.isExecutable(postgres) || !Files.isExecutable(folder.resolve("initdb"))) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(postgres.toRealPath().getParent()).map(PostgresPrograms::new);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
