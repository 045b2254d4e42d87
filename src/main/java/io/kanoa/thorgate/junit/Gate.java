package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.engine.EnginePool;
import io.kanoa.thorgate.metrics.IdlePower;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.RowSelection;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.checkpoint.CheckpointFolder;
import io.kanoa.thorgate.report.checkpoint.RowCheckpoint;
import io.kanoa.thorgate.verdict.Course;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.verdict.RowVerdict;
import io.kanoa.thorgate.workload.Progress;
import io.kanoa.thorgate.workload.calibration.Calibration;
import io.kanoa.thorgate.workload.calibration.Calibrator;
import io.kanoa.thorgate.workload.calibration.Load;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * One run of the plan: what was selected, the engines, the sensors, and the record of what came of it. Opened before the
 * first row; closing it ends everything, whatever happened.
 */
final class Gate implements AutoCloseable {

    /** The first run with a model reads all of it once, and a device may have to cool down. */
    private static final Duration LOOKING = Duration.ofHours(2);

    private static final Duration CALIBRATING = Duration.ofMinutes(5);
    private static final Duration ENDING = Duration.ofMinutes(10);
    private static final Duration WRITING = Duration.ofMinutes(10);

    private final List<Row> order;
    private final Forecast forecast;
    private final Benches benches;
    private final Drivers drivers;
    private final EnginePool pool;
    private final Telemetry telemetry;
    private final RunLog log;
    private final String repeatPrefix;
    private final HistoryBook history;
    private final Watchdog watchdog;
    private final Duration patience;
    private final Resume resume;

    private Gate(
            Groundwork groundwork,
            Benches benches,
            EnginePool pool,
            Telemetry telemetry,
            RunLog log,
            String repeatPrefix,
            HistoryBook history,
            Watchdog watchdog,
            Duration patience,
            Resume resume) {
        this.order = groundwork.order();
        this.forecast = groundwork.forecast();
        this.drivers = groundwork.drivers();
        this.benches = benches;
        this.pool = pool;
        this.telemetry = telemetry;
        this.log = log;
        this.repeatPrefix = repeatPrefix;
        this.history = history;
        this.watchdog = watchdog;
        this.patience = patience;
        this.resume = resume;
    }

    /**
     * Reads the plan and gets ready: calibrates the client, while nothing else runs. Starts no engine.
     *
     * @param watchdog of the run; whoever opened the gate closes it
     * @throws io.kanoa.thorgate.plan.PlanException if the plan or the selection of rows is wrong
     * @throws io.kanoa.thorgate.report.checkpoint.CheckpointException if the run that it is to go on with can't be gone on with
     */
    static Gate open(GateOptions options, Watchdog watchdog) {
        RunStart started = RunStart.now();
        Duration patience = options.patience();
        watchdog.watch("the plan, the machine and the models to be looked at", LOOKING.plus(patience));
        boolean isDry = options.isSet(GateOptions.DRY_RUN);
        if (!isDry) {
            Leftovers.remove(options);
        }
        CheckpointFolder checkpoints = new CheckpointFolder(options.results());
        EarlierRun earlier = EarlierRun.find(options, checkpoints);
        Groundwork groundwork = Groundwork.of(options, earlier);
        List<Row> order = groundwork.order();
        HistoryBook history = HistoryBook.open(
                options,
                groundwork.plan(),
                earlier.id(),
                earlier.started(started.time()),
                groundwork.preflight(),
                groundwork.marks());
        RawDataAside aside = new RawDataAside(options.results());
        Resume resume = Resume.open(
                checkpoints, aside, !isDry, earlier, RunFingerprint.of(groundwork, options), groundwork, started);
        MemoryGauge memory = new MemoryGauge(options.root());
        EnginePool pool = new EnginePool(groundwork.drivers().engines(), memory);
        Telemetry telemetry = Telemetry.start(options.root(), pool::processIds);
        boolean startsSomething = order.stream().anyMatch(row -> groundwork.starts(row) && !resume.has(row));
        IdlePower idle = startsSomething ? telemetry.idlePower() : IdlePower.NOT_MEASURED;
        RunLog log = new RunLog(groundwork, resume, telemetry::notes, pool::unloads, options, history, aside);
        earlier.note().ifPresent(log::tell);
        log.forecast(groundwork.forecast(), groundwork.asListed());
        watchdog.watch("the calibration of the client's own times", CALIBRATING.plus(patience));
        Calibration calibration =
                startsSomething ? Calibrator.run(Load.of(order), options.calibrationTime()) : Calibration.NOT_NEEDED;
        log.calibrated(calibration);
        watchdog.rest();
        Equipment equipment = new Equipment(
                pool,
                telemetry::since,
                telemetry::collectGarbage,
                memory,
                new WarmUpStore(options.cache(), groundwork.machine()),
                idle,
                options.isSet(GateOptions.DROP_CACHES),
                new DatabaseRoom(groundwork.drivers().databases(), options.root()));
        Benches benches = new Benches(
                equipment,
                order,
                groundwork.forecast(),
                calibration,
                options.isSet(GateOptions.SECOND_OPINION),
                started.time().toEpochMilli(),
                row -> watched(row, log.progress(row), watchdog),
                row -> groundwork.starts(row) && !log.has(row) && !resume.has(row));
        return new Gate(
                groundwork, benches, pool, telemetry, log, repeatPrefix(options), history, watchdog, patience, resume);
    }

    /** The rows of a scenario that match {@code globs}, in the order to run them. */
    List<Row> rows(String scenario, String globs) {
        RowSelection wanted = RowSelection.parse(globs);
        return order.stream()
                .filter(row -> row.scenario().equals(scenario) && wanted.selects(row))
                .toList();
    }

    /** A run of {@code row} that has not started yet. */
    RowRun begin(Row row) {
        return new RowRun(row, benches.of(row), repeatPrefix + row.id());
    }

    /** The row beside its earlier runs; measured once more where that is needed to tell whether it got worse. */
    RowResult compared(RowRun run, RowResult result) {
        RowComparing comparing = new RowComparing(history, log);
        return comparing.of(result, run::nanosSoFar, () -> again(result.row(), run));
    }

    /** The row measured anew: other prompts, engines that were started for it. */
    private RowResult again(Row row, RowRun run) {
        RowRun fresh = new RowRun(row, benches.fresh(row), repeatPrefix + row.id());
        try {
            fresh.repeat(run.bench().way().orElseThrow());
            return fresh.end(Optional.empty());
        } catch (RuntimeException e) {
            return fresh.end(Optional.of(e));
        }
    }

    /** How the row ended before the run was cut; empty where it had not. What the history gets of it is added. */
    Optional<RowResult> carried(Row row) {
        Optional<RowCheckpoint> before = resume.carried(row);
        before.flatMap(RowCheckpoint::kept).ifPresent(history::add);
        return before.map(RowCheckpoint::result);
    }

    /** The verdict on a row that is not to be started; empty where it is. */
    Optional<RowVerdict> settled(Row row) {
        return forecast.settled(row);
    }

    /**
     * Ends the test of a row that is not started.
     *
     * @throws AssertionError if physics rules it out
     * @throws UndecidedException if the machine is not fit for it
     * @throws TestAbortedException if only a dry run keeps it from being started
     */
    void refuse(RowVerdict settled) {
        if (forecast.isHarmless(settled)) {
            throw new TestAbortedException(settled.reason());
        }
        Judgement.raise(settled, Map.of());
    }

    void started(Row row) {
        watchdog.watch("row " + row.id() + ": its engines to be ready", RowPatience.of(row, patience));
        log.started(row);
    }

    private static Progress watched(Row row, Progress told, Watchdog watchdog) {
        return new WatchedProgress(told, phase -> watchdog.sign("row " + row.id() + ": what follows " + phase));
    }

    /** That the row was interrupted since nothing happened any more; empty where it was not. */
    Optional<StuckException> stuck(Optional<Throwable> thrown) {
        return watchdog.complaint().map(words -> new StuckException(words, thrown.orElse(null)));
    }

    /** The row as it is kept: an ERROR where it could not be written. The row's bench, which holds all that was measured, is let go. */
    RowResult record(RowResult result) {
        watchdog.rest();
        RowResult kept = log.record(result);
        benches.letGo(result.row());
        return kept;
    }

    /**
     * Ends the engines and sensors, and writes and prints the last word.
     *
     * @throws AssertionError if selected rows did not run or something could not be written, since JUnit would otherwise call
     *     the run a success
     */
    @Override
    public void close() {
        List<Row> notRun = order.stream().filter(row -> !log.has(row)).toList();
        notRun.forEach(row -> log.record(notRun(row)));
        watchdog.watch("engines, databases and sensors to end", ENDING.plus(patience));
        try (telemetry;
                drivers) {
            pool.close();
        } catch (RuntimeException e) {
            log.fault("not everything that ran could be ended: " + e.getMessage());
            throw e;
        } finally {
            watchdog.watch("reports and history to be written", WRITING.plus(patience));
            log.finish();
            watchdog.rest();
        }
        if (!notRun.isEmpty()) {
            throw new AssertionError("NO-GO: selected but not run: " + notRun
                    + ". Run the scenarios that hold them, or select other rows with -Dgate.rows");
        }
        if (!log.faults().isEmpty()) {
            throw new AssertionError("NO-GO: " + String.join("; ", log.faults()));
        }
    }

    private RowResult notRun(Row row) {
        RowVerdict verdict = new RowVerdict(row, Decision.NOT_RUN, List.of(), "no scenario ran this row");
        return new RowResult(
                row,
                verdict,
                Optional.empty(),
                Map.of(),
                System.currentTimeMillis(),
                0,
                List.of(),
                repeatPrefix + row.id(),
                Course.NONE);
    }

    private static String repeatPrefix(GateOptions options) {
        String profile = options.get(GateOptions.PROFILE)
                .map(name -> "-Dgate.profile=" + name + " ")
                .orElse("");
        return "mvn verify " + profile + "-Dgate.rows=";
    }
}
