package io.kanoa.thorgate.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of a run's files as they are when a row begins: what a power cut just then would leave. Tests set it up first. */
final class Snapshot {

    private static Path from = Path.of("");
    private static Path to = Path.of("");
    private static String moment = "";

    private Snapshot() {}

    static void plan(Path results, Path copy, String whenThisRowBegins) {
        from = results;
        to = copy;
        moment = whenThisRowBegins;
    }

    /** Takes it, if this is the moment. */
    static void at(String row) {
        if (row.equals(moment)) {
            copy(from, to);
        }
    }

    static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            List<Path> all = files.filter(file -> !file.endsWith("lock")).toList();
            for (Path file : all) {
                Path copy = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
