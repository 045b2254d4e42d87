package io.kanoa.thorgate.engine.server;

import static org.awaitility.Awaitility.await;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.plan.Serving;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A server that was started and does not answer yet.
 *
 * @param serving what it is to serve, for messages
 * @param hosted its program
 * @param ready whether it answers now
 */
public record ServerStart(Serving serving, Hosted hosted, BooleanSupplier ready) {

    private static final Duration POLL = Duration.ofMillis(10);
    private static final int LINES_READ = 400;

    /**
     * Waits until it answers. One that does not is ended first.
     *
     * @return {@link System#nanoTime()} then
     * @throws EngineException if it ended, or did not answer within {@code timeout}; says why, as far as its log tells
     */
    public long awaitReady(Duration timeout) {
        try {
            awaitReadyOrEnded(timeout);
            return System.nanoTime();
        } catch (RuntimeException e) {
            hosted.end();
            throw e;
        }
    }

    private void awaitReadyOrEnded(Duration timeout) {
        try {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(timeout)
                    .until(() -> !hosted.isAlive() || ready.getAsBoolean());
        } catch (ConditionTimeoutException e) {
            throw failure("was not ready after " + text(timeout) + " and " + hosted.state());
        }
        if (!hosted.isAlive()) {
            throw failure(hosted.state() + " before it was ready");
        }
    }

    private static String text(Duration timeout) {
        return timeout.toMillis() % 1_000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
    }

    private EngineException failure(String what) {
        List<String> log = hosted.logTail(LINES_READ);
        String why = StartFailure.in(log)
                .or(() -> StartFailure.in(List.of(what)))
                .map(cause -> ": " + cause.advice())
                .orElse("");
        return new EngineException(serving + " " + what + why, log);
    }
}
