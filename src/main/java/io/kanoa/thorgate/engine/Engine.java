package io.kanoa.thorgate.engine;

import io.kanoa.thorgate.plan.Serving;
import java.time.Duration;

/** A way to serve models. Implementations are safe for use by several threads. */
public interface Engine extends AutoCloseable {

    /**
     * Does what a start needs once and what must not count as part of it: an image is pulled, a model file is handed over, a
     * program is asked for its flags. A second call for the same serving does little.
     *
     * @throws EngineException if the serving cannot be served on this machine
     */
    default void prepare(Serving serving, Duration timeout) {}

    /**
     * Starts the engine with the serving's model and waits until it answers.
     *
     * @throws EngineException if it did not become ready within {@code timeout}; nothing is left running then
     */
    RunningEngine start(Serving serving, Duration timeout);

    /** Ends what it keeps running between models, e.g. a server that loads them on request; after its models were unloaded. */
    @Override
    default void close() {}
}
