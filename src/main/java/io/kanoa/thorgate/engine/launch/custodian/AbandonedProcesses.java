package io.kanoa.thorgate.engine.launch.custodian;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Ends what runs of which both owner and custodian were killed have left: processes that carry their marker. */
final class AbandonedProcesses {

    private static final Duration GRACE = Duration.ofSeconds(3);

    private AbandonedProcesses() {}

    /** Ends those that {@code owner} may end, with their descendants, and waits until they are gone. */
    static void end(Owner owner) {
        Map<Marker, ProcessId> roots = new HashMap<>();
        for (ProcessEntry entry : ProcessTable.now().entries()) {
            Marker.of(entry)
                    .filter(marker -> owner.mayReap(marker.owner()))
                    .ifPresent(marker -> roots.merge(marker, entry.id(), AbandonedProcesses::older));
        }
        roots.forEach((marker, root) -> Ending.byRequest(new Family(root, marker), GRACE));
    }

    private static ProcessId older(ProcessId one, ProcessId other) {
        return other.start() < one.start() ? other : one;
    }
}
