package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.report.json.RawData;
import io.kanoa.thorgate.report.json.ResultsJson;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.verdict.RowVerdict;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Writes a run's files. What can't be written, because the disk is full or the folder read-only, is told at once and stops
 * nothing: the run goes on, what was written before stays, and there is no GO.
 */
final class RunFiles {

    private final Path results;
    private final ResultsJson json;
    private final RawData raw;
    private final Consumer<String> tell;
    private final List<String> faults = new ArrayList<>();

    /**
     * @param results folder for the results
     * @param tell gets what went wrong, at once
     */
    RunFiles(Path results, Consumer<String> tell) {
        this.results = results;
        this.json = new ResultsJson(results);
        this.raw = new RawData(results);
        this.tell = tell;
    }

    /** Writes a row's raw data. One whose raw data are lost is an ERROR. */
    RowResult keep(RowResult result) {
        try {
            raw.write(result);
            return result;
        } catch (UncheckedIOException e) {
            String reason = "it ended as " + result.decision() + ", but its raw data are lost: " + e.getMessage();
            tell.accept(result.row().id() + ": " + reason);
            return result.ruled(new RowVerdict(
                    result.row(), Decision.ERROR, result.verdict().targets(), reason));
        }
    }

    /** Writes the results so far. Where that fails they are written with the next row. */
    void show(RunResult soFar) {
        try {
            json.write(soFar);
        } catch (UncheckedIOException e) {
            tell.accept(String.valueOf(e.getMessage()));
        }
    }

    /** Writes something of the whole run. */
    void write(Runnable writing) {
        try {
            writing.run();
        } catch (UncheckedIOException e) {
            fault(String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            fault(
                    "the gate's own JVM ran out of memory as it wrote what the run gave; give it more, e.g. -Dit.heap=512m");
        }
    }

    /** Writes the results for the last time; says in them what could not be written before. */
    Path finish(Supplier<RunResult> whole) {
        write(() -> json.write(whole.get()));
        return results.resolve(ResultsJson.FILE_NAME);
    }

    /** Takes note of something that makes the run a NO-GO. */
    void fault(String what) {
        faults.add(what);
        tell.accept(what);
    }

    /** What went wrong with the run as a whole. */
    List<String> faults() {
        return List.copyOf(faults);
    }
}
