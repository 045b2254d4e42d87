package io.kanoa.thorgate.engine.server;

import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.stream.Endpoint;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * A server that somebody else started and will stop. Of its processes and its log nothing is seen from here, and its start
 * is ours to report only as the time until it was found ready.
 *
 * @param answers whether it answers now
 */
public record AttachedEngine(Serving serving, Endpoint endpoint, EngineStart startReport, BooleanSupplier answers)
        implements RunningEngine {

    @Override
    public OptionalLong processId() {
        return OptionalLong.empty();
    }

    @Override
    public boolean isAlive() {
        return answers.getAsBoolean();
    }

    @Override
    public String state() {
        return isAlive()
                ? "answers"
                : "answers no more at " + endpoint.base() + "; see whether it runs, and whether the way to it is cut";
    }

    /** Nothing: the log is its owner's. */
    @Override
    public List<String> logTail(int lines) {
        return List.of();
    }

    /** Does nothing, and proves nothing: the model stays loaded, because we did not load it. @return 0 */
    @Override
    public long unload() {
        return 0;
    }
}
