package io.kanoa.thorgate.engine.server;

import static org.awaitility.Awaitility.await;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.plan.Serving;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A server of somebody else's that we are about to use.
 *
 * @param ready whether it can serve now
 */
public record AttachedServer(Serving serving, ServerAddress address, BooleanSupplier ready) {

    private static final Duration POLL = Duration.ofMillis(50);

    /**
     * Waits until it can serve, as long as it listens at all.
     *
     * @throws EngineException if nothing listens there, or it can't serve within {@code timeout}
     */
    public void awaitReady(Duration timeout) {
        if (!address.isListening()) {
            throw new EngineException(
                    serving + ": nothing listens on " + address.base()
                            + "; start the engine there, or let us start it (leave out attach)",
                    List.of());
        }
        try {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(timeout)
                    .until(ready::getAsBoolean);
        } catch (ConditionTimeoutException e) {
            throw new EngineException(
                    serving + ": " + address.base() + " listens but was not ready after " + timeout.toSeconds() + " s",
                    List.of());
        }
    }

    /**
     * @param served most tokens that it takes, empty where it does not say
     * @throws EngineException if the plan's rows need more
     */
    public void requireContext(OptionalInt served) {
        OptionalInt needed = serving.context();
        if (served.isPresent() && needed.isPresent() && served.getAsInt() < needed.getAsInt()) {
            throw new EngineException(
                    serving + ": " + address.base() + " was started with a context of " + served.getAsInt()
                            + " tokens, the plan needs " + needed.getAsInt() + "; start it again with at least that",
                    List.of());
        }
    }

    /**
     * What is to be told about its start, which was not ours.
     *
     * @param requestedNanos {@link System#nanoTime()} when it was asked for
     * @param model what it serves, in its own words
     */
    public EngineStart report(long requestedNanos, String version, String model) {
        return new EngineStart(
                requestedNanos,
                0,
                0,
                0,
                version,
                model,
                List.of(
                        "(attached, neither started nor stopped by the gate)",
                        address.base().toString(),
                        address.isRemote() ? "(remote: a network is part of all times)" : "(this machine)"));
    }
}
