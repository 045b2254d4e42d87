package io.kanoa.thorgate.engine;

import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.stream.Endpoint;
import java.util.List;

/** An engine that serves a model. Closing it is the same as {@link #unload()}, without the report. */
public interface RunningEngine extends AutoCloseable {

    Serving serving();

    Endpoint endpoint();

    /** How it came to life. */
    EngineStart startReport();

    /** The process whose tree holds the model. */
    long processId();

    boolean isAlive();

    /** The last lines of the engine's log, oldest first; untrusted text. */
    List<String> logTail(int lines);

    /**
     * Ends the engine and waits until its processes are gone. A second call does nothing.
     *
     * @return nanoseconds from the request to unload until the last process was gone
     * @throws EngineException if a process survived
     */
    long unload();

    @Override
    default void close() {
        unload();
    }
}
