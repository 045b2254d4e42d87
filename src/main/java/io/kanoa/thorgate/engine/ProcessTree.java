package io.kanoa.thorgate.engine;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/** A process and all that descends from it, as far as it was seen before its parents ended. */
final class ProcessTree {

    private static final Duration POLL = Duration.ofMillis(5);

    private final ProcessHandle root;
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();

    ProcessTree(ProcessHandle root) {
        this.root = root;
        look();
    }

    /** Looks for new descendants. They can be found only as long as their parents live. */
    void look() {
        seen.add(root);
        List.copyOf(seen).forEach(known -> known.descendants().forEach(seen::add));
    }

    /** Asks every process that is alive for something, e.g. to end. */
    void each(Consumer<ProcessHandle> request) {
        look();
        alive().forEach(request);
    }

    /** Waits until all are gone; false if one lives on. */
    boolean isGoneWithin(Duration atMost) {
        try {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(atMost)
                    .until(() -> !isAlive());
            return true;
        } catch (ConditionTimeoutException e) {
            return !isAlive();
        }
    }

    boolean isAlive() {
        return alive().findAny().isPresent();
    }

    Stream<ProcessHandle> alive() {
        return seen.stream().filter(Liveness::isRunning);
    }
}
