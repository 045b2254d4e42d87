package io.kanoa.thorgate.workload.swap;

import io.kanoa.thorgate.engine.EnginePool;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.Unload;
import io.kanoa.thorgate.plan.Serving;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Both models stay loaded, so that nothing has to be done for a change. */
record BothResident(EnginePool pool, Duration loadTimeout) implements Changeover {

    @Override
    public RunningEngine begin(Serving first, Serving second) {
        return pool.require(List.of(first, second), loadTimeout).get(0);
    }

    @Override
    public Change change(Serving from, Serving to) {
        return new Change(
                pool.require(to, loadTimeout),
                new Unload(from, 0, Double.NaN, Double.NaN),
                0,
                0,
                0,
                Double.NaN,
                Optional.empty());
    }
}
