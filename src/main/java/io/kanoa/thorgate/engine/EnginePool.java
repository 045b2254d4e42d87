package io.kanoa.thorgate.engine;

import io.kanoa.thorgate.plan.Serving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.DoubleSupplier;

/**
 * The engines that run now. Rows take what they need with {@link #require}; engines that the next row does not need are
 * ended first, so that each row has the device to itself. Safe for use by several threads.
 */
public final class EnginePool implements AutoCloseable {

    private static final int LOG_LINES = 20;

    private final Map<String, Engine> drivers;
    private final Map<Serving, RunningEngine> running = new LinkedHashMap<>();
    private final Map<Serving, EngineException> failedStarts = new LinkedHashMap<>();
    private final Map<Serving, Occupancy> beforeStart = new LinkedHashMap<>();
    private final List<Unload> unloads = new ArrayList<>();
    private final DoubleSupplier availableBytes;
    private volatile List<RunningEngine> latest = List.of();

    /**
     * @param drivers by the name that {@code EngineSpec.driver} uses
     * @param availableBytes memory available to new programs now; NaN where that cannot be read
     */
    public EnginePool(Map<String, Engine> drivers, DoubleSupplier availableBytes) {
        this.drivers = Map.copyOf(drivers);
        this.availableBytes = availableBytes;
    }

    /**
     * Has exactly {@code servings} running, in this order.
     *
     * @throws EngineException if one does not start; a start that failed before fails again at once with the same cause
     */
    public synchronized List<RunningEngine> require(List<Serving> servings, Duration timeout) {
        endAllBut(servings);
        List<RunningEngine> engines = new ArrayList<>();
        for (Serving serving : servings) {
            engines.add(require(serving, timeout));
        }
        return engines;
    }

    /**
     * Does what starting these takes once and what shall not count as part of it.
     *
     * @throws EngineException if one of them cannot be served
     */
    public synchronized void prepare(List<Serving> servings, Duration timeout) {
        for (Serving serving : servings) {
            if (!failedStarts.containsKey(serving) && !running.containsKey(serving)) {
                prepare(serving, timeout);
            }
        }
    }

    private void prepare(Serving serving, Duration timeout) {
        try {
            driver(serving).prepare(serving, timeout);
        } catch (EngineException e) {
            failedStarts.put(serving, e);
            throw e;
        }
    }

    /** Starts {@code serving} beside whatever runs, or gives the running one. */
    public synchronized RunningEngine require(Serving serving, Duration timeout) {
        RunningEngine present = running.get(serving);
        return present != null && present.isAlive() ? present : start(serving, timeout);
    }

    /**
     * Ends the engine of {@code serving}; empty if it did not run.
     *
     * @throws EngineException if it could not be proven that it is gone
     */
    public synchronized Optional<Unload> unload(Serving serving) {
        RunningEngine engine = running.remove(serving);
        publish();
        if (engine == null) {
            return Optional.empty();
        }
        Occupancy before = Objects.requireNonNull(beforeStart.remove(serving));
        double held = before.less(occupancy());
        long nanos = engine.unload();
        Unload unload = new Unload(serving, nanos, held, before.less(occupancy()));
        unloads.add(unload);
        return Optional.of(unload);
    }

    /**
     * As {@link #unload}, and ends what its driver keeps running between models too, unless another model of it is loaded.
     *
     * @throws EngineException if it could not be proven that all is gone
     */
    public synchronized Optional<Unload> end(Serving serving) {
        Optional<Unload> unload = unload(serving);
        String driver = serving.engine().driver();
        boolean isUsed = running.keySet().stream()
                .anyMatch(other -> other.engine().driver().equals(driver));
        if (unload.isEmpty() || isUsed) {
            return unload;
        }
        long begin = System.nanoTime();
        driver(serving).close();
        return unload.map(gone -> gone.longer(System.nanoTime() - begin));
    }

    /**
     * As {@link #unload}, or {@link #end}, of an engine that still runs: what is gone already is fast to unload.
     *
     * @param endsServer whether what its driver keeps running is ended too
     * @throws EngineException if it ended by itself, was killed before it could heed us, or was never started; if it could not
     *     be proven that it is gone
     */
    public synchronized Unload unloadRunning(Serving serving, boolean endsServer) {
        RunningEngine engine = running.get(serving);
        if (engine == null) {
            throw new EngineException(serving + " was to be unloaded, but it does not run", List.of());
        }
        mustNotBe(!engine.isAlive(), engine);
        Unload unload = (endsServer ? end(serving) : unload(serving)).orElseThrow();
        mustNotBe(engine.wasKilled(), engine);
        return unload;
    }

    private static void mustNotBe(boolean gone, RunningEngine engine) {
        if (gone) {
            throw new EngineException(
                    engine.serving() + " was to be unloaded, but it " + engine.state(), engine.logTail(LOG_LINES));
        }
    }

    /** Every engine that was ended so far, in that order. */
    public synchronized List<Unload> unloads() {
        return List.copyOf(unloads);
    }

    /** The processes whose trees hold models now. Does not wait while an engine starts or ends: sensors ask for it. */
    public Collection<Long> processIds() {
        return latest.stream()
                .filter(RunningEngine::isAlive)
                .map(RunningEngine::processId)
                .flatMapToLong(OptionalLong::stream)
                .boxed()
                .toList();
    }

    /** Ends all engines, the last started first, then the drivers; the first failure is thrown after the others were ended. */
    @Override
    public synchronized void close() {
        try {
            endAllBut(List.of());
        } finally {
            drivers.values().forEach(Engine::close);
        }
    }

    private RunningEngine start(Serving serving, Duration timeout) {
        unload(serving);
        EngineException before = failedStarts.get(serving);
        if (before != null) {
            throw new EngineException(
                    serving + " is not started again, it failed before: " + before.getMessage(), before);
        }
        try {
            Occupancy now = occupancy();
            RunningEngine engine = driver(serving).start(serving, timeout);
            running.put(serving, engine);
            publish();
            beforeStart.put(serving, now);
            return engine;
        } catch (EngineException e) {
            failedStarts.put(serving, e);
            throw e;
        }
    }

    private void publish() {
        latest = List.copyOf(running.values());
    }

    private Occupancy occupancy() {
        return new Occupancy(availableBytes.getAsDouble(), running.keySet());
    }

    private Engine driver(Serving serving) {
        Engine engine = drivers.get(serving.engine().driver());
        if (engine == null) {
            throw new EngineException(
                    "engine " + serving.engine().id() + ": no driver \""
                            + serving.engine().driver() + "\" in this version; it has " + drivers.keySet(),
                    List.of());
        }
        return engine;
    }

    private void endAllBut(List<Serving> wanted) {
        List<Serving> unwanted = new ArrayList<>(running.keySet());
        unwanted.removeAll(wanted);
        EngineException first = null;
        for (int i = unwanted.size() - 1; i >= 0; i--) {
            try {
                unload(unwanted.get(i));
            } catch (EngineException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
