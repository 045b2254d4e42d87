package io.kanoa.thorgate.engine;

import java.util.List;

/** An engine's own instruments, read between two moments. */
@FunctionalInterface
public interface SelfWatch {

    /** Of an engine that has no such instruments. */
    SelfWatch NONE = List::of;

    /**
     * What the engine itself measured since the watch began, over all requests that ended meanwhile; empty where it measured
     * nothing. Waits a moment for its instruments to catch up.
     *
     * @throws EngineException if its instruments can't be read
     */
    List<ReportedFigure> read();
}
