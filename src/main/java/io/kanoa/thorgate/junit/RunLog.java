package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.engine.Unload;
import io.kanoa.thorgate.history.store.HistoryException;
import io.kanoa.thorgate.plan.Plan;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.report.CalibrationText;
import io.kanoa.thorgate.report.PlanOutline;
import io.kanoa.thorgate.report.Resumption;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.report.WorkOutline;
import io.kanoa.thorgate.report.allure.AllureRow;
import io.kanoa.thorgate.report.allure.AllureRun;
import io.kanoa.thorgate.report.console.ConsoleProgress;
import io.kanoa.thorgate.report.console.ConsoleReport;
import io.kanoa.thorgate.report.console.FeasibilityTable;
import io.kanoa.thorgate.report.console.LiveConsole;
import io.kanoa.thorgate.report.console.PreflightTable;
import io.kanoa.thorgate.report.console.Terminal;
import io.kanoa.thorgate.report.export.Exports;
import io.kanoa.thorgate.report.performance.PerformanceReport;
import io.kanoa.thorgate.report.view.UnreadableResultsException;
import io.kanoa.thorgate.workload.Progress;
import io.kanoa.thorgate.workload.calibration.Calibration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Writes down what came of each row as soon as it ends, so that nothing measured is lost, and tells of it. */
final class RunLog {

    static final String RANDOM_WEIGHTS = "stand-in models have random weights: speed is real, words are not";

    private final Plan plan;
    private final Resume resume;
    private final int selected;
    private final Map<String, String> environment;
    private final List<String> notes;
    private final Supplier<List<String>> sensorNotes;
    private final List<RowResult> results = new ArrayList<>();
    private final RunFiles files;
    private final AllureRow page;
    private final GateOptions options;
    private final Supplier<List<Unload>> unloads;
    private final Terminal terminal;
    private final LiveConsole console;
    private final ConsoleProgress progress;
    private final HistoryBook history;
    private final RawDataAside aside;
    private final List<String> exports = new ArrayList<>();
    private Optional<Forecast> forecast = Optional.empty();
    private Calibration calibration = Calibration.NOT_NEEDED;

    RunLog(
            Groundwork groundwork,
            Resume resume,
            Supplier<List<String>> sensorNotes,
            Supplier<List<Unload>> unloads,
            GateOptions options,
            HistoryBook history,
            RawDataAside aside) {
        this.history = history;
        this.aside = aside;
        this.unloads = unloads;
        this.plan = groundwork.plan();
        this.resume = resume;
        List<Row> rows = groundwork.order();
        this.selected = rows.size();
        this.environment = new TreeMap<>(groundwork.machine().asMap());
        this.sensorNotes = sensorNotes;
        this.notes = notes(rows);
        this.page = new AllureRow(plan);
        this.options = options;
        this.terminal = GateConsole.terminal(options);
        this.console = LiveConsole.open(GateConsole.out(), terminal, rows.size());
        this.progress = console.progress();
        this.files = new RunFiles(options.results(), progress::note);
    }

    /** Keeps and tells what is known before anything starts. */
    void forecast(Forecast known, List<Row> order) {
        forecast = Optional.of(known);
        int width = terminal.format().width();
        PreflightTable.print(known.preflight(), width, GateConsole.out());
        FeasibilityTable.print(order, known::of, known.dryRun(), width, GateConsole.out());
    }

    /** Keeps and tells how far the client's own times are off, and that the rows begin now. */
    void calibrated(Calibration found) {
        calibration = resume.calibration(found);
        resume.begin(found);
        resume.resumption().ifPresent(how -> how.lines().forEach(progress::note));
        CalibrationText.lines(found).forEach(progress::note);
    }

    private static List<String> notes(List<Row> rows) {
        List<String> notes = new ArrayList<>();
        rows.stream()
                .flatMap(row -> WorkOutline.of(row).substitutes().stream())
                .distinct()
                .forEach(substitute -> notes.add(0, "served: " + substitute));
        if (rows.stream().anyMatch(RunLog::usesStandIn)) {
            notes.add(0, RANDOM_WEIGHTS);
        }
        return notes;
    }

    private static boolean usesStandIn(Row row) {
        return row.work().servings().stream()
                .anyMatch(serving -> serving.model().standIn() != null);
    }

    /** Tells of each step of {@code row}. */
    Progress progress(Row row) {
        return row.work() instanceof Work.Swap
                ? (phase, done, of, last) -> progress.swaps(done, of, Double.NaN)
                : new RequestProgress(progress);
    }

    void started(Row row) {
        progress.rowStarts(row);
    }

    /**
     * Keeps a row's result, in memory and on disk. Called within its test case, which it describes in Allure. What the reports say
     * to have ended can be gone on with: that is written first.
     *
     * @return the row as it is kept: an ERROR where its raw data could not be written
     */
    RowResult record(RowResult ended) {
        RowResult result = files.keep(ended);
        keep(result);
        results.add(aside.of(result));
        result.evidence()
                .ifPresent(evidence -> evidence.starts()
                        .forEach(start -> environment.put("engine " + start.version(), start.modelFile())));
        files.show(run());
        progress.rowEnds(result);
        page.describe(result, results);
        return result;
    }

    private void keep(RowResult result) {
        try {
            resume.keep(result, history.added(result.row().id()), sensorNotes.get(), unloads.get());
        } catch (UncheckedIOException e) {
            progress.note(result.row().id() + " could not be carried over if this run were cut: " + e.getMessage());
        }
    }

    /** Tells something about the whole run at once. */
    void tell(String note) {
        progress.note(note);
    }

    /** Keeps the raw data of a fresh run beside those of the row. */
    void recordAgain(RowResult fresh) {
        files.keep(fresh);
    }

    boolean has(Row row) {
        return results.stream().anyMatch(result -> result.row().equals(row));
    }

    /** Takes note of something that makes the run a NO-GO, whatever its rows say. */
    void fault(String what) {
        files.fault(what);
    }

    /** What went wrong with the run as a whole. */
    List<String> faults() {
        return files.faults();
    }

    /** Writes the whole run and prints its table. */
    void finish() {
        console.close();
        history.keep(run());
        files.write(() -> AllureRun.write(options.allureResults(), run()));
        files.write(() -> Exports.writeForAllure(run(), options.allureResults()));
        files.write(() -> exports.addAll(Exports.write(run(), options.results())));
        Path file = files.finish(this::run);
        keepResults(file);
        ConsoleReport report = new ConsoleReport(GateConsole.out(), terminal.format());
        report.print(run(), file, options.allureReport(), performanceReport(file));
        report.exports(options.results(), exports);
        closeStore();
        resume.end();
    }

    private void closeStore() {
        try {
            aside.close();
        } catch (IOException e) {
            progress.note("raw data that were laid aside could not be removed: " + e.getMessage());
        }
    }

    private void keepResults(Path file) {
        try {
            history.keepResults(file);
        } catch (UncheckedIOException | HistoryException e) {
            progress.note("no copy of the results in the history: " + e.getMessage());
        }
    }

    /** What was measured is already written: a report that can't be made is told, and nothing else. */
    private Optional<Path> performanceReport(Path results) {
        try {
            return Optional.of(PerformanceReport.write(results).html());
        } catch (UncheckedIOException | UnreadableResultsException e) {
            progress.note("no performance report: " + e.getMessage());
            return Optional.empty();
        } catch (OutOfMemoryError e) {
            progress.note(
                    "no performance report: the heap of the gate (-Dit.heap) is too small for it; to make it in a larger one,"
                            + " type mvn -q compile exec:java -Dgate.results=" + results);
            return Optional.empty();
        }
    }

    private RunResult run() {
        RunResult run = measured();
        return forecast.map(known -> run.before(known.preflight(), known.dryRun()))
                .orElse(run);
    }

    private RunResult measured() {
        return new RunResult(
                        plan.title(),
                        plan.profile(),
                        plan.device().name(),
                        resume.started(),
                        resume.duration(),
                        selected,
                        resume.with(results),
                        plan.outside(),
                        environment,
                        Stream.of(resumed(), notes, resume.notes(sensorNotes.get()), history.notes(), files.faults())
                                .flatMap(List::stream)
                                .toList(),
                        calibration,
                        resume.unloads(unloads.get()))
                .outlinedBy(PlanOutline.of(plan))
                .resumed(resume.resumption())
                .withFaults(files.faults());
    }

    private List<String> resumed() {
        return resume.resumption().map(Resumption::lines).orElse(List.of());
    }
}
