package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.engine.EnginePool;
import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.metrics.IdlePower;
import io.kanoa.thorgate.metrics.Particulars;
import io.kanoa.thorgate.metrics.Standstill;
import io.kanoa.thorgate.physics.MemoryNeed;
import io.kanoa.thorgate.physics.RowPhysics;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.report.FailureText;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.telemetry.Sample;
import io.kanoa.thorgate.verdict.MeasurementError;
import io.kanoa.thorgate.workload.Progress;
import io.kanoa.thorgate.workload.calibration.ClientTimingError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a scenario works with: one row's engines, leased and ready. Made by the extension for each row; use it within that
 * row's method only.
 */
public final class Bench {

    private final Row row;
    private final Equipment equipment;
    private final Progress progress;
    private final long salt;
    private final Optional<ClientTimingError> clientTiming;
    private final Opinions opinions;
    private final RowPhysics physics;
    private final Supplier<List<Bench>> rivals;
    private final long startNanos = System.nanoTime();
    private final List<EngineStart> starts = new ArrayList<>();
    private List<RunningEngine> engines = List.of();
    private Optional<Measured> measured = Optional.empty();
    private Optional<Function<Served, Measured>> way = Optional.empty();

    /**
     * @param salt that sets this row's prompts apart from those of all other rows and runs
     * @param clientTiming how far the client's times are off with as many streams as the row reads
     * @param opinions gets what others measure of the row
     * @param physics what the device allows
     * @param rivals benches of rows with the same work on other engines
     */
    Bench(
            Row row,
            Equipment equipment,
            Progress progress,
            long salt,
            Optional<ClientTimingError> clientTiming,
            Opinions opinions,
            RowPhysics physics,
            Supplier<List<Bench>> rivals) {
        this.row = row;
        this.equipment = equipment;
        this.progress = progress;
        this.salt = salt;
        this.clientTiming = clientTiming;
        this.opinions = opinions;
        this.physics = physics;
        this.rivals = rivals;
    }

    /**
     * The row's engines, with its model loaded.
     *
     * @throws IllegalArgumentException if {@code row} is not the one that this bench was made for
     */
    public Served serve(Row row) {
        if (!row.equals(this.row)) {
            throw new IllegalArgumentException("this bench serves row " + this.row.id() + ", not " + row.id());
        }
        return new Served(this);
    }

    /** Starts what the row needs, or has it running; nothing where a rival's row has had this one measured already. */
    void lease() {
        if (measured.isEmpty()) {
            start();
        }
    }

    private void start() {
        EnginePool pool = equipment.pool();
        pool.prepare(row.work().involved(), row.sampling().loadTimeout());
        engines = pool.require(row.work().servings(), row.sampling().loadTimeout());
        engines.forEach(engine -> starts.add(engine.startReport()));
        // Now, since a whole collection takes tens of milliseconds, and in an answer these would be the engine's.
        equipment.collectGarbage().run();
    }

    Row row() {
        return row;
    }

    RunningEngine engine(int index) {
        return engines.get(index);
    }

    List<RunningEngine> engines() {
        return engines;
    }

    EnginePool pool() {
        return equipment.pool();
    }

    DatabaseRoom databases() {
        return equipment.databases();
    }

    Progress progress() {
        return progress;
    }

    long salt() {
        return salt;
    }

    boolean mayDropCaches() {
        return equipment.mayDropCaches();
    }

    double availableBytes() {
        return equipment.availableBytes().getAsDouble();
    }

    List<EngineStart> starts() {
        return List.copyOf(starts);
    }

    List<Sample> samples() {
        return equipment.samplesSince().apply(startNanos);
    }

    /** How the engines that serve now came to life. */
    List<EngineStart> lastStarts() {
        return engines.stream().map(RunningEngine::startReport).toList();
    }

    /** The row's evidence, were these its answers. */
    Evidence evidence(List<Timeline> warmUp, List<Timeline> measured) {
        return evidence(warmUp, measured, startNanos, starts());
    }

    /** Evidence of a part of the row that began at {@code begunNanos}. */
    Evidence evidence(List<Timeline> warmUp, List<Timeline> measured, long begunNanos, List<EngineStart> starts) {
        return new Evidence(
                row,
                warmUp,
                measured,
                List.of(),
                List.of(),
                List.of(),
                equipment.samplesSince().apply(begunNanos),
                starts,
                clientTiming,
                equipment.idle(),
                Particulars.NONE.withWeights(weightBytes()));
    }

    /** Of the row's first model. */
    private OptionalDouble weightBytes() {
        return physics.memory().stream().mapToDouble(MemoryNeed::weightBytes).findFirst();
    }

    /** What the machine drew before the run. */
    IdlePower idle() {
        return equipment.idle();
    }

    /** Warm-up that models were found to need here. */
    WarmUpStore warmUps() {
        return equipment.warmUps();
    }

    /** What others measured of the row. */
    Opinions opinions() {
        return opinions;
    }

    /** Ends the row's engines and starts them anew. */
    void restart() {
        row.work().servings().forEach(equipment.pool()::unload);
        start();
    }

    /** How far the client's own times are off; unknown where it could not be calibrated. */
    Optional<ClientTimingError> clientTiming() {
        return clientTiming;
    }

    MeasurementError timingError() {
        return clientTiming.map(MeasurementError::of).orElse(MeasurementError.UNKNOWN);
    }

    /** Keeps what was measured, so that nothing is lost if the row fails later. */
    Measured keep(Measured produced) {
        Judgement judged = produced.judgement().against(physics).afterFailures(FailureText.of(produced.evidence()));
        Judgement sound = Standstill.in(produced.evidence())
                .filter(stood -> stood.isLong() || !row.sampling().allowsUnsteady())
                .map(judged::despite)
                .orElse(judged);
        Measured held = new Measured(produced.evidence(), sound);
        measured = Optional.of(held);
        return held;
    }

    /** Remembers how the row is measured, for a fresh run of it. */
    void measuredBy(Function<Served, Measured> workload) {
        way = Optional.of(workload);
    }

    /** How the row was measured; empty where it was not. */
    Optional<Function<Served, Measured>> way() {
        return way;
    }

    /** Benches of rows with the same work on other engines, that are to be run and were not. */
    List<Bench> rivals() {
        return rivals.get();
    }

    /** Drops what was measured, so that the row is run anew in its own time. */
    void forget() {
        measured = Optional.empty();
        starts.clear();
    }

    /** What physics says of the row. */
    RowPhysics physics() {
        return physics;
    }

    /** What the row produced so far. */
    Optional<Measured> measured() {
        return measured;
    }
}
