package io.kanoa.thorgate.report;

import io.kanoa.thorgate.engine.SecondOpinion;
import io.kanoa.thorgate.history.compare.RowComparison;
import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.RawStore;
import io.kanoa.thorgate.physics.RowPhysics;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.verdict.Course;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.verdict.RowVerdict;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row that has ended, whatever way it ended.
 *
 * @param row of the plan
 * @param verdict on it
 * @param evidence that it produced; empty where it broke before there was any
 * @param observed values by metric; kept in the metrics' own order
 * @param startedEpochMillis wall clock at its start, for people
 * @param durationNanos from its start to its end, loading included
 * @param engineLogTail last lines of the engine's log, oldest first; untrusted
 * @param repeatCommand what to type to run this row alone again
 * @param course how its sampling went
 * @param secondOpinions what others measured of it; never judged
 * @param physics what the plan's device allows; empty where that was not asked
 * @param comparison with earlier runs
 */
public record RowResult(
        Row row,
        RowVerdict verdict,
        Optional<Evidence> evidence,
        Map<Metric, Observations> observed,
        long startedEpochMillis,
        long durationNanos,
        List<String> engineLogTail,
        String repeatCommand,
        Course course,
        List<SecondOpinion> secondOpinions,
        Optional<RowPhysics> physics,
        RowComparison comparison) {

    public RowResult {
        Map<Metric, Observations> ordered = new EnumMap<>(Metric.class);
        ordered.putAll(observed);
        observed = Collections.unmodifiableMap(ordered);
        engineLogTail = List.copyOf(engineLogTail);
        secondOpinions = List.copyOf(secondOpinions);
    }

    /** A row that is not compared with earlier runs. */
    public RowResult(
            Row row,
            RowVerdict verdict,
            Optional<Evidence> evidence,
            Map<Metric, Observations> observed,
            long startedEpochMillis,
            long durationNanos,
            List<String> engineLogTail,
            String repeatCommand,
            Course course,
            List<SecondOpinion> secondOpinions,
            Optional<RowPhysics> physics) {
        this(
                row,
                verdict,
                evidence,
                observed,
                startedEpochMillis,
                durationNanos,
                engineLogTail,
                repeatCommand,
                course,
                secondOpinions,
                physics,
                RowComparison.NONE);
    }

    /** A row that nobody else measured, and whose physics was not asked. */
    public RowResult(
            Row row,
            RowVerdict verdict,
            Optional<Evidence> evidence,
            Map<Metric, Observations> observed,
            long startedEpochMillis,
            long durationNanos,
            List<String> engineLogTail,
            String repeatCommand,
            Course course) {
        this(
                row,
                verdict,
                evidence,
                observed,
                startedEpochMillis,
                durationNanos,
                engineLogTail,
                repeatCommand,
                course,
                List.of(),
                Optional.empty());
    }

    /**
     * The same row beside its earlier runs.
     *
     * @param ruling what is said of the row then
     * @param lasting from its start to its end, fresh runs included, in nanoseconds
     */
    public RowResult compared(RowComparison with, RowVerdict ruling, long lasting) {
        return new RowResult(
                row,
                ruling,
                evidence,
                observed,
                startedEpochMillis,
                lasting,
                engineLogTail,
                repeatCommand,
                course,
                secondOpinions,
                physics,
                with);
    }

    /**
     * The same with its raw data laid aside.
     *
     * @throws IOException if the store takes no more
     */
    public RowResult in(RawStore store) throws IOException {
        return new RowResult(
                row,
                verdict,
                evidence.isEmpty() ? evidence : Optional.of(evidence.get().in(store)),
                observed,
                startedEpochMillis,
                durationNanos,
                engineLogTail,
                repeatCommand,
                course,
                secondOpinions,
                physics,
                comparison);
    }

    /** The same row with another verdict. */
    public RowResult ruled(RowVerdict ruling) {
        return compared(comparison, ruling, durationNanos);
    }

    public Decision decision() {
        return verdict.decision();
    }
}
