package io.kanoa.thorgate.engine.vllm;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/** A package installed for Python, by the folder that its installer leaves beside it: {@code NAME-VERSION.dist-info}. */
final class PythonPackage {

    private static final String RECORD = ".dist-info";

    private PythonPackage() {}

    /** The version of a package in the environment whose {@code bin} folder holds the program; empty where none is found. */
    static Optional<String> versionBeside(Path program, String name) {
        Path bin = program.toAbsolutePath().normalize().getParent();
        Path libraries = bin == null ? program : bin.resolveSibling("lib");
        return Files.isDirectory(libraries)
                ? first(libraries, "python*").flatMap(python -> versionIn(python, name))
                : Optional.empty();
    }

    private static Optional<String> versionIn(Path python, String name) {
        Path packages = python.resolve("site-packages");
        return Files.isDirectory(packages)
                ? first(packages, name + "-*" + RECORD).map(folder -> version(folder, name))
                : Optional.empty();
    }

    private static String version(Path folder, String name) {
        String text = folder.getFileName().toString();
        return text.substring(name.length() + 1, text.length() - RECORD.length());
    }

    private static Optional<Path> first(Path folder, String glob) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
            Iterator<Path> paths = found.iterator();
            return paths.hasNext() ? Optional.of(paths.next()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
