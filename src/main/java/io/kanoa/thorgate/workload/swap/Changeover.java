package io.kanoa.thorgate.workload.swap;

import io.kanoa.thorgate.engine.EnginePool;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.SwapStrategy;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How one model gives way to another. Each method throws an {@code EngineException} where an engine does not do its part. */
interface Changeover {

    /**
     * The way of a strategy.
     *
     * @param availableBytes memory available to new programs now; NaN where that cannot be read
     */
    static Changeover of(SwapStrategy strategy, EnginePool pool, Duration loadTimeout, DoubleSupplier availableBytes) {
        return switch (strategy) {
            case RESTART -> new Reloading(pool, loadTimeout, true, availableBytes);
            case KEEP_ALIVE -> new Reloading(pool, loadTimeout, false, availableBytes);
            case SLEEP_1 -> new Slumber(pool, loadTimeout, 1, availableBytes);
            case SLEEP_2 -> new Slumber(pool, loadTimeout, 2, availableBytes);
            case RESIDENT -> new BothResident(pool, loadTimeout);
        };
    }

    /** Has {@code first} serving, before the first change; nothing of this is timed. */
    RunningEngine begin(Serving first, Serving second);

    /** Takes {@code from} out of the way and has {@code to} ready. */
    Change change(Serving from, Serving to);

    /** Leaves nothing that other rows could not use. */
    default void end() {}
}
