package io.kanoa.thorgate.engine.launch.custodian;

import java.time.Duration;
import java.util.List;

/** How a family is ended: its root is asked, then all that are left when the root is gone, then force is used. */
final class Ending {

    private static final Duration FORCE = Duration.ofSeconds(5);

    private Ending() {}

    /**
     * Asks and waits.
     *
     * @param grace for all of them together
     * @return those that could not be ended
     */
    static List<ProcessId> byRequest(Family family, Duration grace) {
        long begin = System.nanoTime();
        family.running();
        family.root().terminate();
        Wait.until(() -> !family.root().isRunning(), grace);
        if (!family.isGone()) {
            family.each(ProcessId::terminate);
        }
        return byForce(family, grace.minusNanos(System.nanoTime() - begin));
    }

    /**
     * Waits until all are gone, and kills those that are not.
     *
     * @param grace before that
     * @return those that could not be ended
     */
    static List<ProcessId> byForce(Family family, Duration grace) {
        if (Wait.until(family::isGone, grace)) {
            return List.of();
        }
        boolean gone = Wait.until(
                () -> {
                    family.each(ProcessId::kill);
                    return family.isGone();
                },
                FORCE);
        return gone ? List.of() : family.running();
    }
}
