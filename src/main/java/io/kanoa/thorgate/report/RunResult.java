package io.kanoa.thorgate.report;

import io.kanoa.thorgate.device.preflight.PreflightReport;
import io.kanoa.thorgate.engine.Unload;
import io.kanoa.thorgate.plan.OutsideRow;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.workload.calibration.Calibration;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A run of the gate, ended or under way.
 *
 * @param planTitle title of the plan
 * @param profile of the plan that was run; every verdict names it
 * @param device the machine, as the plan names it
 * @param started wall clock
 * @param duration so far
 * @param selected how many rows were to run
 * @param rows that have ended, in the order in which they ran
 * @param outside rows of the plan that the profile does not run
 * @param environment what the machine and the engines are; kept sorted by key
 * @param notes that a reader must know to read the figures rightly
 * @param calibration of the client that measured
 * @param unloads of models so far
 * @param preflight what was found before the run, where it was looked for
 * @param dryRun whether nothing was to be started
 * @param outline the plan's models, whether they took part or not, and its scenarios
 * @param resumption how it came to be, where it was cut before and is gone on with
 * @param faults of the run as a whole, one sentence each: what could not be written or ended
 */
public record RunResult(
        String planTitle,
        String profile,
        String device,
        Instant started,
        Duration duration,
        int selected,
        List<RowResult> rows,
        List<OutsideRow> outside,
        Map<String, String> environment,
        List<String> notes,
        Calibration calibration,
        List<Unload> unloads,
        Optional<PreflightReport> preflight,
        boolean dryRun,
        PlanOutline outline,
        Optional<Resumption> resumption,
        List<String> faults) {

    public RunResult {
        rows = List.copyOf(rows);
        outside = List.copyOf(outside);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        notes = List.copyOf(notes);
        unloads = List.copyOf(unloads);
        faults = List.copyOf(faults);
    }

    /** A run before which the machine was not looked at. */
    public RunResult(
            String planTitle,
            String profile,
            String device,
            Instant started,
            Duration duration,
            int selected,
            List<RowResult> rows,
            List<OutsideRow> outside,
            Map<String, String> environment,
            List<String> notes,
            Calibration calibration,
            List<Unload> unloads) {
        this(
                planTitle,
                profile,
                device,
                started,
                duration,
                selected,
                rows,
                outside,
                environment,
                notes,
                calibration,
                unloads,
                Optional.empty(),
                false,
                PlanOutline.UNKNOWN,
                Optional.empty(),
                List.of());
    }

    /** A run whose client was not calibrated and that unloaded nothing. */
    public RunResult(
            String planTitle,
            String profile,
            String device,
            Instant started,
            Duration duration,
            int selected,
            List<RowResult> rows,
            List<OutsideRow> outside,
            Map<String, String> environment,
            List<String> notes) {
        this(
                planTitle,
                profile,
                device,
                started,
                duration,
                selected,
                rows,
                outside,
                environment,
                notes,
                Calibration.NOT_NEEDED,
                List.of());
    }

    /** This run with what was found before it. */
    public RunResult withPreflight(PreflightReport report) {
        return before(report, dryRun);
    }

    /**
     * This run with what was found before it.
     *
     * @param dry whether that was all of it
     */
    public RunResult before(PreflightReport report, boolean dry) {
        return with(Optional.of(report), dry, outline, resumption, faults);
    }

    /** This run with what the plan says beside its rows. */
    public RunResult outlinedBy(PlanOutline plan) {
        return with(preflight, dryRun, plan, resumption, faults);
    }

    /** This run with how it was gone on with. */
    public RunResult resumed(Optional<Resumption> how) {
        return with(preflight, dryRun, outline, how, faults);
    }

    /** This run with what went wrong with it as a whole: no GO. */
    public RunResult withFaults(List<String> problems) {
        return with(preflight, dryRun, outline, resumption, problems);
    }

    private RunResult with(
            Optional<PreflightReport> report,
            boolean dry,
            PlanOutline plan,
            Optional<Resumption> how,
            List<String> problems) {
        return new RunResult(
                planTitle,
                profile,
                device,
                started,
                duration,
                selected,
                rows,
                outside,
                environment,
                notes,
                calibration,
                unloads,
                report,
                dry,
                plan,
                how,
                problems);
    }

    /** Whether every selected row has a result. */
    public boolean complete() {
        return rows.size() >= selected;
    }

    /**
     * Whether every selected row has a result and passes, there is at least one, and nothing went wrong with the run as a
     * whole. Anything else is a NO-GO.
     */
    public boolean go() {
        return faults.isEmpty() && complete() && !rows.isEmpty() && count(Decision.PASS) == rows.size();
    }

    /** {@code GO} or {@code NO-GO}. A dry run, which measures nothing, is never a GO. */
    public String verdict() {
        return go() ? "GO" : "NO-GO";
    }

    /** Whether a dry run found nothing that keeps its rows from being run. */
    public boolean isFeasible() {
        return dryRun
                && complete()
                && count(Decision.INFEASIBLE) == 0
                && preflight.stream().noneMatch(PreflightReport::stops);
    }

    /** Rows that only this machine keeps from being run. */
    public List<OutsideRow> optionalNotRun() {
        return outside.stream().filter(OutsideRow::isOptional).toList();
    }

    /** How many rows ended with {@code decision}. */
    public int count(Decision decision) {
        return (int) rows.stream().filter(row -> row.decision() == decision).count();
    }
}
