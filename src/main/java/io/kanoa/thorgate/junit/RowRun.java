package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.verdict.Course;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.verdict.RowVerdict;
import io.kanoa.thorgate.verdict.TargetVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One row from its start to its result. */
final class RowRun {

    private static final int LOG_LINES = 40;

    private final Row row;
    private final Bench bench;
    private final String repeatCommand;
    private Optional<RowVerdict> settled = Optional.empty();
    private Instant started = Instant.now();
    private long startNanos = System.nanoTime();

    /** @param repeatCommand what to type to run this row alone again */
    RowRun(Row row, Bench bench, String repeatCommand) {
        this.repeatCommand = repeatCommand;
        this.row = row;
        this.bench = bench;
    }

    Bench bench() {
        return bench;
    }

    /**
     * Leases the row's engines.
     *
     * @throws io.kanoa.thorgate.engine.EngineException if one does not start
     */
    void start() {
        started = Instant.now();
        startNanos = System.nanoTime();
        bench.lease();
    }

    /**
     * Measures the row on engines that are started anew, in the way that it was measured before.
     *
     * @param way how; what goes wrong is for {@link #end} to tell
     */
    void repeat(Function<Served, Measured> way) {
        started = Instant.now();
        startNanos = System.nanoTime();
        bench.restart();
        way.apply(bench.serve(row));
    }

    /** Ends the row before it begins. */
    void settle(RowVerdict verdict) {
        settled = Optional.of(verdict);
    }

    long nanosSoFar() {
        return System.nanoTime() - startNanos;
    }

    /** The row's result. A failure of the test decides over the evidence, unless the evidence is what it was about. */
    RowResult end(Optional<Throwable> thrown) {
        Optional<Judgement> judgement = bench.measured().map(Measured::judgement);
        return new RowResult(
                row,
                settled.orElseGet(() -> verdict(judgement, thrown)),
                bench.measured().map(Measured::evidence),
                judgement.map(Judgement::observed).orElse(Map.of()),
                started.toEpochMilli(),
                nanosSoFar(),
                logTail(),
                repeatCommand,
                judgement.map(Judgement::course).orElse(Course.NONE),
                bench.opinions().given(),
                Optional.of(bench.physics()));
    }

    private RowVerdict verdict(Optional<Judgement> judgement, Optional<Throwable> thrown) {
        RowVerdict judged = judgement
                .map(Judgement::verdict)
                .orElseGet(() -> new RowVerdict(row, Decision.NOT_RUN, List.of(), "the scenario measured nothing"));
        return thrown.map(t -> overruled(judged, t)).orElse(judged);
    }

    private static RowVerdict overruled(RowVerdict judged, Throwable thrown) {
        boolean aboutTheEvidence = thrown instanceof UndecidedException
                || (thrown instanceof AssertionError && judged.decision().isMiss());
        if (aboutTheEvidence && judged.decision() != Decision.PASS) {
            return judged;
        }
        Decision decision = thrown instanceof AssertionError ? Decision.FAIL : Decision.ERROR;
        List<TargetVerdict> targets = judged.targets();
        return new RowVerdict(judged.row(), decision, targets, String.valueOf(thrown.getMessage()));
    }

    private List<String> logTail() {
        return bench.engines().stream().map(RowRun::tail).flatMap(List::stream).toList();
    }

    private static List<String> tail(RunningEngine engine) {
        return engine.logTail(LOG_LINES);
    }
}
