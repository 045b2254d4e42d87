package io.kanoa.thorgate.engine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a driver is told about the run.
 *
 * @param logs folder for the logs of engines; exists
 * @param cache folder that outlives runs, for files that are costly to make; made when needed
 * @param launcher brings programs to life
 * @param option the value of a gate option by its name without {@code gate.}, e.g. {@code embedded.model}
 */
public record EngineSettings(Path logs, Path cache, Launcher launcher, Function<String, Optional<String>> option) {}
