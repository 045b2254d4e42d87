package io.kanoa.thorgate.engine.launch.custodian;

import java.time.Duration;
import java.util.Map;

/**
 * Ends what runs of which both owner and custodian were killed have left: processes that are entered in the book or carry a
 * marker.
 */
final class AbandonedProcesses {

    private static final Duration GRACE = Duration.ofSeconds(3);

    private AbandonedProcesses() {}

    /** Ends those that {@code owner} may end, with their descendants, and waits until they are gone. */
    static void end(Owner owner, WardBook book) {
        Map<Marker, ProcessId> roots = book.entries();
        roots.keySet().removeIf(marker -> !owner.mayReap(marker.owner()));
        for (ProcessEntry entry : ProcessTable.now().entries()) {
            Marker.of(entry)
                    .filter(marker -> owner.mayReap(marker.owner()))
                    .ifPresent(marker -> roots.putIfAbsent(marker, entry.id()));
        }
        roots.forEach((marker, root) -> {
            if (Ending.byRequest(Family.abandoned(root, marker), GRACE).isEmpty()) {
                book.strike(marker);
            }
        });
    }
}
