package io.kanoa.thorgate.engine;

import java.util.List;
import java.util.OptionalLong;

/** An engine's program that we brought to life, as a process or in a container: its log and its end. */
public interface Hosted {

    /** The exact arguments it was started with. */
    List<String> command();

    /** {@link System#nanoTime()} when its program was run. */
    long startedNanos();

    /** The process whose tree is the engine; empty where it cannot be seen from here. */
    OptionalLong pid();

    boolean isAlive();

    /** What became of it, for messages: {@code is running}, or how it ended. */
    String state();

    /** Whether a signal that can't be heeded ended it, and not one of ours. */
    boolean wasKilled();

    /** The last lines of its output, oldest first; untrusted text. Complete once it has ended. */
    List<String> logTail(int lines);

    /**
     * Ends it with everything that it started, by request and then by force, and waits until all is gone. A second call does
     * nothing.
     *
     * @return nanoseconds that the first call took
     * @throws EngineException if something of it survived
     */
    long end();
}
