package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.engine.EnginePool;
import io.kanoa.thorgate.metrics.IdlePower;
import io.kanoa.thorgate.telemetry.Sample;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.LongFunction;

/**
 * What the rows of a run share: where their engines and databases come from, and what the machine tells meanwhile.
 *
 * @param samplesSince all samples taken after a time of {@link System#nanoTime()}
 * @param collectGarbage of this JVM, at once
 * @param availableBytes memory available now; NaN where it cannot be read
 * @param warmUps found on this device
 * @param idle what the machine drew before the run
 * @param mayDropCaches whether the machine's whole page cache may be dropped
 * @param databases where a row's vector database comes from
 */
record Equipment(
        EnginePool pool,
        LongFunction<List<Sample>> samplesSince,
        Runnable collectGarbage,
        DoubleSupplier availableBytes,
        WarmUpStore warmUps,
        IdlePower idle,
        boolean mayDropCaches,
        DatabaseRoom databases) {}
