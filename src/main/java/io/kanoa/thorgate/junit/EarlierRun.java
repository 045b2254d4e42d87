package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.device.preflight.PreflightReport;
import io.kanoa.thorgate.report.checkpoint.CheckpointFolder;
import io.kanoa.thorgate.report.checkpoint.RunCheckpoint;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The run that this one goes on with, where it was asked to and there is one.
 *
 * @param cut what that one kept of itself
 * @param id of the whole run
 * @param note for a user who asked to go on where there is nothing to go on with
 */
record EarlierRun(Optional<RunCheckpoint> cut, String id, Optional<String> note) {

    /**
     * Looks for it, where the options ask for it. A dry run goes on with nothing.
     *
     * @throws io.kanoa.thorgate.report.checkpoint.CheckpointException if it can't be read
     */
    static EarlierRun find(GateOptions options, CheckpointFolder folder) {
        if (!options.isSet(GateOptions.RESUME) || options.isSet(GateOptions.DRY_RUN)) {
            return new EarlierRun(Optional.empty(), newId(), Optional.empty());
        }
        Optional<RunCheckpoint> cut = folder.run();
        return new EarlierRun(
                cut,
                cut.map(RunCheckpoint::run).orElseGet(EarlierRun::newId),
                Optional.of("nothing to resume in " + options.results()
                                + ": no run there was cut; this one begins anew")
                        .filter(note -> cut.isEmpty()));
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    /** When the whole run began, if this part of it did at {@code now}. */
    Instant started(Instant now) {
        return cut.map(RunCheckpoint::started).orElse(now);
    }

    /** The machine as it is now, with the disk's rate of before: what physics said of a row stays what it was. */
    PreflightReport asBefore(PreflightReport now) {
        return cut.map(before -> now.withDiskReadRate(before.diskRate())).orElse(now);
    }
}
