package io.kanoa.thorgate.engine.launch;

import io.kanoa.thorgate.engine.EngineException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The programs of this machine. */
public final class Programs {

    private Programs() {}

    /** The file of a program given by its name on the PATH or by its path; empty if there is no such file that can be run. */
    public static Optional<Path> find(String program) {
        return find(program, path());
    }

    static Optional<Path> find(String program, String path) {
        try {
            return program.contains(File.separator)
                    ? Optional.of(Path.of(program).toAbsolutePath()).filter(Programs::canBeRun)
                    : Arrays.stream(path.split(File.pathSeparator))
                            .map(folder -> Path.of(folder).toAbsolutePath().resolve(program))
                            .filter(Programs::canBeRun)
                            .findFirst();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * The file of a program that must be there.
     *
     * @throws EngineException telling where it was looked for and what to do
     */
    static Path require(String program) {
        return find(program).orElseThrow(() -> new EngineException(absence(program), List.of()));
    }

    /** Why {@link #find} found nothing. */
    static String absence(String program) {
        String where = program.contains(File.separator)
                ? "There is no program " + program + " that can be run"
                : "There is no program '" + program + "' on the PATH (" + path() + ")";
        return where + "; install it (see the README), or name it in the plan with 'program:'";
    }

    private static String path() {
        return System.getenv().getOrDefault("PATH", "");
    }

    private static boolean canBeRun(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
