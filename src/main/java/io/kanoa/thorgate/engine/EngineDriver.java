package io.kanoa.thorgate.engine;

/**
 * Makes an {@link Engine}; found with {@link java.util.ServiceLoader}, so that other projects can bring engines of their
 * own. Implementations have a public constructor without parameters.
 */
public interface EngineDriver {

    /** The word for it in the plan: {@code engines.*.driver}. */
    String name();

    /**
     * An engine that may start any number of models. Called at most once a run.
     *
     * @throws EngineException if it cannot work on this machine
     */
    Engine open(EngineSettings settings);
}
