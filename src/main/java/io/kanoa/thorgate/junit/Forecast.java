package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.device.preflight.Finding;
import io.kanoa.thorgate.device.preflight.Level;
import io.kanoa.thorgate.device.preflight.PreflightReport;
import io.kanoa.thorgate.physics.Assumptions;
import io.kanoa.thorgate.physics.Candidate;
import io.kanoa.thorgate.physics.Hardware;
import io.kanoa.thorgate.physics.MemoryShares;
import io.kanoa.thorgate.physics.Outcome;
import io.kanoa.thorgate.physics.Physics;
import io.kanoa.thorgate.physics.RowPhysics;
import io.kanoa.thorgate.plan.ModelFacts;
import io.kanoa.thorgate.plan.Plan;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.report.Infeasible;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.verdict.RowVerdict;
import io.kanoa.thorgate.weights.FoundModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of a run's rows before anything starts: what the machine is, and what physics allows on the plan's device.
 *
 * @param preflight the machine, held against the plan
 * @param physics of the plan's device
 * @param dryRun whether nothing is to be started at all
 * @param skipsInfeasible whether rows beyond their ceiling are not measured either
 */
record Forecast(PreflightReport preflight, Physics physics, boolean dryRun, boolean skipsInfeasible) {

    /** Requests of a row that cannot reach its target: enough to say what the device does reach. */
    private static final int BRIEF = 20;

    /**
     * The forecast for a plan.
     *
     * @param found what the files of models say, for those that are here
     */
    static Forecast of(Plan plan, PreflightReport preflight, Map<Serving, FoundModel> found, GateOptions options) {
        Hardware device = Hardware.of(plan.device());
        Hardware hardware = options.diskRate()
                .or(() -> preflight.diskReadRate().stream().boxed().findFirst())
                .map(device::withDiskRate)
                .orElse(device);
        Physics physics = new Physics(hardware, Assumptions.PLAIN, serving -> candidate(serving, found));
        Stream<Finding> shares = plan.rows().stream()
                .flatMap(row -> physics.shares(row).stream())
                .map(Forecast::finding);
        List<Row> loadable = plan.rows().stream()
                .filter(row -> !physics.of(row).cannotBeLoaded())
                .toList();
        Stream<Finding> timeouts =
                new LoadTimeouts(serving -> physics.loadFloor(candidate(serving, found))).tooShort(loadable);
        return new Forecast(
                preflight.with(Stream.concat(shares, timeouts).toList()),
                physics,
                options.isSet(GateOptions.DRY_RUN),
                options.skipsInfeasible());
    }

    private static Finding finding(MemoryShares shares) {
        String subject = "memory of " + shares.row();
        return shares.exceedTheDevice()
                ? Finding.warning(
                        subject,
                        shares.toString(),
                        "shares that fit beside each other",
                        "Lower --gpu-memory-utilization in the plan, or leave it out: the gate plans it then.")
                : Finding.ok(subject, shares.toString());
    }

    /** Arguments may have been added to an engine since its models were looked for. */
    private static Candidate candidate(Serving serving, Map<Serving, FoundModel> found) {
        ModelFacts declared = serving.model().facts();
        return found.entrySet().stream()
                .filter(entry -> entry.getKey().toString().equals(serving.toString()))
                .map(Map.Entry::getValue)
                .findFirst()
                .map(files -> Candidate.found(serving.model(), declared, files))
                .orElseGet(() -> Candidate.declared(serving.model(), declared));
    }

    /** The row as it is to be run: one that cannot reach its target is measured briefly. */
    Row asRun(Row row) {
        Row shared = physics.shares(row).map(shares -> shares.applyTo(row)).orElse(row);
        int requests = row.sampling().requests();
        return isBeyond(row) && requests > BRIEF ? shared.with(row.sampling().withRequests(BRIEF)) : shared;
    }

    RowPhysics of(Row row) {
        return physics.of(row);
    }

    /** The verdict on a row that is not to be started; empty where it is. */
    Optional<RowVerdict> settled(Row row) {
        RowPhysics known = physics.of(row);
        if (preflight.stops()) {
            return Optional.of(new RowVerdict(row, Decision.NOT_RUN, List.of(), "not started: " + stops()));
        }
        if (known.cannotBeLoaded() || (isBeyond(row) && (dryRun || skipsInfeasible))) {
            return Optional.of(Infeasible.unmeasured(row, known));
        }
        return dryRun
                ? Optional.of(new RowVerdict(row, Decision.NOT_RUN, List.of(), "dry run: nothing was measured"))
                : Optional.empty();
    }

    private boolean isBeyond(Row row) {
        return physics.of(row).outcome() == Outcome.BEYOND_CEILING;
    }

    private String stops() {
        return preflight.findings().stream()
                .filter(finding -> finding.level() == Level.STOP)
                .map(finding ->
                        finding.subject() + " is " + finding.found() + ", the plan asks for " + finding.wanted())
                .collect(Collectors.joining("; "));
    }

    /** Whether a verdict of {@link #settled} is no failure of the run: a row of a dry run that physics allows. */
    boolean isHarmless(RowVerdict settled) {
        return dryRun && !preflight.stops() && settled.decision() == Decision.NOT_RUN;
    }
}
