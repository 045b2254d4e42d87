package io.kanoa.thorgate.engine.launch;

import static org.awaitility.Awaitility.await;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.launch.custodian.CleanUp;
import io.kanoa.thorgate.engine.launch.custodian.Marker;
import io.kanoa.thorgate.engine.launch.custodian.Order;
import java.time.Duration;
import org.awaitility.core.ConditionTimeoutException;

/** Gets an image onto this machine, in custody, so that it stops when we do. */
record ImagePull(CustodianOffice office, ContainerTool tool, String image) {

    private static final Duration TIMEOUT = Duration.ofHours(3);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int LINES_IN_MESSAGE = 10;

    /**
     * Pulls it if it is not here yet.
     *
     * @param name for the log
     * @throws EngineException with what the tool says, if it can't be had
     */
    void unlessPresent(String name) {
        if (!tool.has(image)) {
            pull(name);
        }
    }

    private void pull(String name) {
        Marker marker = office.newMarker();
        Hosted pull = office.start(new Order(
                marker,
                tool.with("pull", image),
                System.getenv(),
                office.logFile(name + "-pull", marker),
                CleanUp.NONE,
                GRACE));
        try {
            await().pollInterval(POLL).atMost(TIMEOUT).until(() -> !pull.isAlive());
        } catch (ConditionTimeoutException e) {
            throw failure("did not end within " + TIMEOUT.toHours() + " hours", pull);
        } finally {
            pull.end();
        }
        if (!tool.has(image)) {
            throw failure(pull.state(), pull);
        }
    }

    private EngineException failure(String what, Hosted pull) {
        return new EngineException(
                "The image " + image + " is not on this machine and could not be pulled: "
                        + String.join(" ", pull.command()) + " " + what,
                pull.logTail(LINES_IN_MESSAGE));
    }
}
