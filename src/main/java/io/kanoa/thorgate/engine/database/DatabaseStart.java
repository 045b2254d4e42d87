package io.kanoa.thorgate.engine.database;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.Hosted;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A database that was started and may not answer yet. */
final class DatabaseStart {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final int LOG_LINES = 20;

    private final String id;
    private final Hosted hosted;
    private final Access access;
    private String refusal = "";

    DatabaseStart(String id, Hosted hosted, Access access) {
        this.id = id;
        this.hosted = hosted;
        this.access = access;
    }

    /**
     * Waits until it lets us in. One that does not is ended first.
     *
     * @throws EngineException if it ended, or did not answer within {@code timeout}
     */
    void await(Duration timeout) {
        try {
            awaitAnswerOrEnd(timeout);
        } catch (EngineException e) {
            hosted.end();
            throw e;
        }
    }

    private void awaitAnswerOrEnd(Duration timeout) {
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(timeout)
                    .until(() -> !hosted.isAlive() || answers());
        } catch (ConditionTimeoutException e) {
            throw failure("did not answer within " + timeout.toSeconds() + " s and " + hosted.state() + ": " + refusal);
        }
        if (!hosted.isAlive()) {
            throw failure(hosted.state() + " before it answered");
        }
    }

    private boolean answers() {
        try (Connection connection = access.open()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            refusal = String.valueOf(e.getMessage());
            return false;
        }
    }

    private EngineException failure(String what) {
        return new EngineException("the vector database " + id + " " + what, hosted.logTail(LOG_LINES));
    }
}
