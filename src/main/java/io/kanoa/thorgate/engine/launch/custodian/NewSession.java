package io.kanoa.thorgate.engine.launch.custodian;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What is put before a command so that it runs in a session, and so a process group, of its own. */
public final class NewSession {

    private NewSession() {}

    /** Empty where the system has no such program, e.g. on macOS. */
    public static List<String> prefix() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "setsid"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> List.of(program.toString()))
                .orElse(List.of());
    }
}
