package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.device.Machine;
import io.kanoa.thorgate.device.preflight.CoolDown;
import io.kanoa.thorgate.device.preflight.Needs;
import io.kanoa.thorgate.device.preflight.Preflight;
import io.kanoa.thorgate.device.preflight.PreflightReport;
import io.kanoa.thorgate.engine.EnginePool;
import io.kanoa.thorgate.engine.database.Databases;
import io.kanoa.thorgate.metrics.IdlePower;
import io.kanoa.thorgate.plan.Plan;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.RowSelection;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Surroundings;
import io.kanoa.thorgate.report.EngineComparison;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.opentest4j.TestAbortedException;

/**
 * One run of the plan: what was selected, the engines, the sensors, and the record of what came of it. Opened before the
 * first row; closing it ends everything, whatever happened.
 */
final class Gate implements AutoCloseable {

    /** A row has fewer users than this; see {@link OneUser#user} and {@link #bench}. */
    private static final int FRESH_USERS = 8;

    /** The first run with a model reads all of it once, and a device may have to cool down. */
    private static final Duration LOOKING = Duration.ofHours(2);

    private static final Duration CALIBRATING = Duration.ofMinutes(5);
    private static final Duration ENDING = Duration.ofMinutes(10);
    private static final Duration WRITING = Duration.ofMinutes(10);

    private final List<Row> order;
    private final Forecast forecast;
    private final Drivers drivers;
    private final EnginePool pool;
    private final MemoryGauge memory;
    private final Telemetry telemetry;
    private final RunLog log;
    private final Calibration calibration;
    private final IdlePower idle;
    private final WarmUpStore warmUps;
    private final String repeatPrefix;
    private final boolean toolsAreAsked;
    private final boolean mayDropCaches;
    private final long firstSalt;
    private final DatabaseRoom databases;
    private final HistoryBook history;
    private final Watchdog watchdog;
    private final Duration patience;
    private final Resume resume;
    private final Map<Row, Bench> benches = new HashMap<>();

    private Gate(
            List<Row> order,
            Forecast forecast,
            Drivers drivers,
            EnginePool pool,
            MemoryGauge memory,
            Telemetry telemetry,
            RunLog log,
            Calibration calibration,
            IdlePower idle,
            WarmUpStore warmUps,
            String repeatPrefix,
            boolean toolsAreAsked,
            boolean mayDropCaches,
            long firstSalt,
            DatabaseRoom databases,
            HistoryBook history,
            Watchdog watchdog,
            Duration patience,
            Resume resume) {
        this.order = order;
        this.forecast = forecast;
        this.drivers = drivers;
        this.pool = pool;
        this.memory = memory;
        this.telemetry = telemetry;
        this.log = log;
        this.calibration = calibration;
        this.idle = idle;
        this.warmUps = warmUps;
        this.repeatPrefix = repeatPrefix;
        this.toolsAreAsked = toolsAreAsked;
        this.mayDropCaches = mayDropCaches;
        this.firstSalt = firstSalt;
        this.databases = databases;
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
        String id = earlier.id();
        Machine machine = Machine.read(options.root());
        Drivers drivers = Drivers.open(options);
        Surroundings surroundings = Surroundings.ofThisProcess()
                .withDrivers(drivers.engines().keySet())
                .withMissing(drivers::missing)
                .withMissingDatabases(Databases::missing);
        options.refuseUnknownEngines(System.getProperties().stringPropertyNames(), surroundings);
        Plan plan = options.plan(machine, surroundings);
        List<Row> selected =
                RowSelection.parse(options.get(GateOptions.ROWS, "*")).select(plan);
        Inventory inventory = options.describedDevice().isPresent() ? Inventory.NONE : Inventory.of(selected, drivers);
        PreflightReport preflight = earlier.asBefore(inventory.addTo(preflight(plan, options)));
        Map<Serving, String> marks =
                isDry ? Map.of() : HistoryBook.marks(inventory.models().found());
        HistoryBook history = HistoryBook.open(options, plan, id, earlier.started(started.time()), preflight, marks);
        Forecast forecast = Forecast.of(plan, preflight, inventory.models().found(), options);
        List<Row> order = RowOrder.of(selected).stream().map(forecast::asRun).toList();
        RawDataAside aside = new RawDataAside(options.results());
        Resume resume = Resume.open(
                checkpoints,
                aside,
                !isDry,
                earlier,
                id,
                RunFingerprint.of(plan, options.planFile(), order, preflight.fingerprint(), options.deciding(), marks),
                preflight.diskReadRate(),
                order,
                row -> forecast.settled(row).isEmpty(),
                started);
        MemoryGauge memory = new MemoryGauge(options.root());
        EnginePool pool = new EnginePool(drivers.engines(), memory);
        Telemetry telemetry = Telemetry.start(options.root(), pool::processIds);
        boolean startsSomething =
                order.stream().anyMatch(row -> forecast.settled(row).isEmpty() && !resume.has(row));
        IdlePower idle = startsSomething ? telemetry.idlePower() : IdlePower.NOT_MEASURED;
        RunLog log = new RunLog(plan, machine, order, resume, telemetry::notes, pool::unloads, options, history, aside);
        earlier.note().ifPresent(log::tell);
        log.forecast(
                forecast,
                plan.rows().stream()
                        .map(forecast::asRun)
                        .filter(order::contains)
                        .toList());
        watchdog.watch("the calibration of the client's own times", CALIBRATING.plus(patience));
        Calibration calibration =
                startsSomething ? Calibrator.run(Load.of(order), options.calibrationTime()) : Calibration.NOT_NEEDED;
        log.calibrated(calibration);
        watchdog.rest();
        return new Gate(
                order,
                forecast,
                drivers,
                pool,
                memory,
                telemetry,
                log,
                calibration,
                idle,
                new WarmUpStore(options.cache(), machine),
                repeatPrefix(options),
                options.isSet(GateOptions.SECOND_OPINION),
                options.isSet(GateOptions.DROP_CACHES),
                started.time().toEpochMilli(),
                new DatabaseRoom(drivers.databases(), options.root()),
                history,
                watchdog,
                patience,
                resume);
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
        return new RowRun(row, benches.computeIfAbsent(row, this::bench), repeatPrefix + row.id());
    }

    /** The row beside its earlier runs; measured once more where that is needed to tell whether it got worse. */
    RowResult compared(RowRun run, RowResult result) {
        RowComparing comparing = new RowComparing(history, log);
        return comparing.of(result, run::nanosSoFar, () -> again(result.row(), run));
    }

    /** The row measured anew: other prompts, engines that were started for it. */
    private RowResult again(Row row, RowRun run) {
        RowRun fresh = new RowRun(row, bench(row, FRESH_USERS, new Opinions(false), List::of), repeatPrefix + row.id());
        try {
            fresh.repeat(run.bench().way().orElseThrow());
            return fresh.end(Optional.empty());
        } catch (RuntimeException e) {
            return fresh.end(Optional.of(e));
        }
    }

    private Bench bench(Row row) {
        return bench(row, 0, new Opinions(toolsAreAsked), () -> rivals(row));
    }

    /** @param firstUser number of the bench's first user; users of different numbers share no prompt */
    private Bench bench(Row row, int firstUser, Opinions opinions, Supplier<List<Bench>> rivals) {
        long salt = (firstSalt << 20) + ((long) order.indexOf(row) << 14) + ((long) firstUser << 10);
        return new Bench(
                row,
                pool,
                telemetry::since,
                memory,
                watched(row, log.progress(row)),
                warmUps,
                salt,
                calibration.withStreams(Load.streams(row.work())),
                idle,
                opinions,
                forecast.of(row),
                mayDropCaches,
                rivals,
                databases);
    }

    /** Rows that are run too, were not yet, and differ in nothing but their engine. */
    private List<Bench> rivals(Row row) {
        return order.stream()
                .filter(other -> !other.equals(row) && EngineComparison.areSameWork(row, other))
                .filter(other -> forecast.settled(other).isEmpty() && !log.has(other) && !resume.has(other))
                .map(other -> begin(other).bench())
                .toList();
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

    private static PreflightReport preflight(Plan plan, GateOptions options) {
        if (options.describedDevice().isPresent()) {
            return Preflight.described(plan.device());
        }
        Optional<CoolDown> asked = new DeviceOptions(options).coolDown(plan.device());
        if (!options.isSet(GateOptions.DRY_RUN)) {
            asked.ifPresent(cool -> cool.await(options.root(), GateConsole.out()::println));
        }
        Needs needs = Needs.of(options.cache());
        boolean boundsLoading =
                plan.device().bandwidth() != null && options.diskRate().isEmpty();
        return Preflight.run(
                options.root(),
                DeviceOptions.with(plan.device(), asked),
                boundsLoading ? needs.withDiskMeasured(Optional.empty()) : needs);
    }

    void started(Row row) {
        watchdog.watch("row " + row.id() + ": its engines to be ready", RowPatience.of(row, patience));
        log.started(row);
    }

    private Progress watched(Row row, Progress told) {
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
        benches.remove(result.row());
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
