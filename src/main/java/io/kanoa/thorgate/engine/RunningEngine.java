package io.kanoa.thorgate.engine;

import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.stream.Endpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** An engine that serves a model. Closing it is the same as {@link #unload()}, without the report. */
public interface RunningEngine extends AutoCloseable {

    Serving serving();

    Endpoint endpoint();

    /** How it came to life. */
    EngineStart startReport();

    /** The process whose tree holds the model; empty where it cannot be seen from here. */
    OptionalLong processId();

    boolean isAlive();

    /** What became of it, for messages: {@code is running}, or how it ended as far as that can be seen. */
    default String state() {
        return isAlive() ? "is running" : "is gone";
    }

    /**
     * Whether something else than we killed it, as the kernel does for want of memory; of one that was unloaded, before it could
     * heed that. False where that cannot be seen.
     */
    default boolean wasKilled() {
        return false;
    }

    /** The last lines of the engine's log, oldest first; untrusted text. */
    List<String> logTail(int lines);

    /** What it says of the weights that it holds; {@link HeldWeights#NOT_TOLD} where it says nothing. */
    default HeldWeights heldWeights() {
        return HeldWeights.NOT_TOLD;
    }

    /** The files that it loads its weights from, links followed; none where they cannot be told or seen from here. */
    default List<Path> weightFiles() {
        return List.of();
    }

    /** Its way to sleep and wake, where it has one. */
    default Optional<SleepingEngine> sleeping() {
        return Optional.empty();
    }

    /** Begins to watch it by its own instruments; {@link SelfWatch#NONE} where it has none. */
    default SelfWatch watchItself() {
        return SelfWatch.NONE;
    }

    /** Tools that can measure it besides us, those that need it running first; they may be asked in this order, on demand. */
    default List<SecondOpinionSource> secondOpinions() {
        return List.of();
    }

    /**
     * Takes the model out of memory and waits until that is proven: the endpoint is gone or no longer lists the model, and so
     * are the processes that held it. A second call does nothing.
     *
     * @return nanoseconds from the request until then
     * @throws EngineException if it could not be proven
     */
    long unload();

    @Override
    default void close() {
        unload();
    }
}
