package io.kanoa.thorgate.workload.swap;

import io.kanoa.thorgate.engine.EnginePool;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.SleepingEngine;
import io.kanoa.thorgate.engine.SleepingEngine.Wake;
import io.kanoa.thorgate.engine.Unload;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.workload.WorkloadException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** One model falls asleep, the other wakes; both engines stay. */
final class Slumber implements Changeover {

    private static final Wake AWAKE = new Wake(0, 0);

    private final EnginePool pool;
    private final Duration loadTimeout;
    private final int level;
    private final DoubleSupplier availableBytes;
    private Optional<Serving> asleep = Optional.empty();

    /**
     * @param level 1 keeps the weights in CPU memory, 2 drops them
     * @param availableBytes memory available to new programs now; NaN where that cannot be read
     */
    Slumber(EnginePool pool, Duration loadTimeout, int level, DoubleSupplier availableBytes) {
        this.pool = pool;
        this.loadTimeout = loadTimeout;
        this.level = level;
        this.availableBytes = availableBytes;
    }

    @Override
    public RunningEngine begin(Serving first, Serving second) {
        RunningEngine engine = pool.require(List.of(first), loadTimeout).get(0);
        sleep(engine);
        return engine;
    }

    /** {@inheritDoc} The first time, the second engine is started. */
    @Override
    public Change change(Serving from, Serving to) {
        double before = availableBytes.getAsDouble();
        long nanos = sleep(pool.require(from, loadTimeout)).sleep(level);
        double returned = availableBytes.getAsDouble() - before;
        boolean wasAsleep = asleep.equals(Optional.of(to));
        asleep = Optional.of(from);
        RunningEngine engine = pool.require(to, loadTimeout);
        Wake wake = wasAsleep ? sleep(engine).wake() : AWAKE;
        return new Change(
                engine,
                new Unload(from, nanos, Double.NaN, Double.NaN),
                0,
                wake.weightsNanos(),
                wake.readyNanos(),
                returned,
                Optional.empty());
    }

    /** {@inheritDoc} An engine that sleeps would answer no other row. */
    @Override
    public void end() {
        asleep.ifPresent(pool::unload);
    }

    private static SleepingEngine sleep(RunningEngine engine) {
        return engine.sleeping()
                .orElseThrow(
                        () -> new WorkloadException(engine.serving() + " has no sleep mode; choose another strategy"));
    }
}
