package io.kanoa.thorgate.workload.swap;

import io.kanoa.thorgate.engine.EnginePool;
import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.Unload;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.workload.WorkloadException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * One model is unloaded, the other loaded.
 *
 * @param endsServers whether a server that would stay for the next model is ended too
 * @param availableBytes memory available to new programs now; NaN where that cannot be read
 */
record Reloading(EnginePool pool, Duration loadTimeout, boolean endsServers, DoubleSupplier availableBytes)
        implements Changeover {

    @Override
    public RunningEngine begin(Serving first, Serving second) {
        return loaded(pool.require(List.of(first), loadTimeout).get(0));
    }

    @Override
    public Change change(Serving from, Serving to) {
        double before = availableBytes.getAsDouble();
        Unload unload = pool.unloadRunning(from, endsServers);
        double returned = availableBytes.getAsDouble() - before;
        RunningEngine engine = loaded(pool.require(to, loadTimeout));
        EngineStart start = engine.startReport();
        return new Change(
                engine,
                unload,
                start.processNanos(),
                start.weightsNanos(),
                start.readyNanos(),
                returned,
                Optional.of(start));
    }

    /** A server that was only attached to holds its model all the time: a swap would look like nothing. */
    private static RunningEngine loaded(RunningEngine engine) {
        if (!engine.startReport().isLoad()) {
            throw new WorkloadException(
                    engine.serving() + " ran already and was neither loaded nor can be unloaded by us, so"
                            + " a swap cannot be timed: let the gate start this engine (program or container)");
        }
        return engine;
    }
}
