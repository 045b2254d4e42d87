package io.kanoa.thorgate.report.checkpoint;

import io.kanoa.thorgate.engine.Unload;
import io.kanoa.thorgate.report.Session;
import io.kanoa.thorgate.workload.calibration.Calibration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A run that has not ended.
 *
 * @param format of these files
 * @param run its id
 * @param fingerprint what must be the same for another run to go on with it; sorted by name
 * @param diskRate as it was measured before the first row, in bytes per second
 * @param sessions that worked on it, the first first; the last one is under way, or was cut
 * @param calibration of the client, the last that was made
 * @param notes on what the machine did not let be measured, of all sessions
 * @param unloads of models, in all sessions
 */
public record RunCheckpoint(
        int format,
        String run,
        Map<String, String> fingerprint,
        OptionalDouble diskRate,
        List<Session> sessions,
        Calibration calibration,
        List<String> notes,
        List<Unload> unloads) {

    /** Of the files that this version writes, and the only one that it reads. */
    public static final int FORMAT = 1;

    public RunCheckpoint {
        fingerprint = Collections.unmodifiableMap(new TreeMap<>(fingerprint));
        sessions = List.copyOf(sessions);
        notes = List.copyOf(notes);
        unloads = List.copyOf(unloads);
    }

    /** When the first session began. */
    public Instant started() {
        return sessions.get(0).started();
    }
}
