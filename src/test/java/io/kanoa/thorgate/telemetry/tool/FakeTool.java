package io.kanoa.thorgate.telemetry.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A shell script that stands for a tool of the machine. */
final class FakeTool {

    private FakeTool() {}

    static Path in(Path directory, String name, String script) {
        try {
            Path file = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + script);
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
