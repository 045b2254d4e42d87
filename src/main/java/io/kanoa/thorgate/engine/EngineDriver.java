package io.kanoa.thorgate.engine;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes an {@link Engine}; found with {@link java.util.ServiceLoader}, so that other projects can bring engines of their
 * own. Implementations have a public constructor without parameters.
 */
public interface EngineDriver {

    /** The word for it in the plan: {@code engines.*.driver}. */
    String name();

    /** The program of this machine that it runs where the plan names none; empty where it needs none. */
    default Optional<String> program() {
        return Optional.empty();
    }

    /**
     * The version of a program that this driver runs, found out in at most a few seconds; empty where it can't be told that
     * fast.
     */
    default Optional<String> version(Path program) {
        return Optional.empty();
    }

    /**
     * An engine that may start any number of models. Called at most once a run.
     *
     * @throws EngineException if it cannot work on this machine
     */
    Engine open(EngineSettings settings);
}
