package io.kanoa.thorgate.engine.ollama;

import static org.awaitility.Awaitility.await;

import io.kanoa.thorgate.engine.EngineException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A model in a server's memory.
 *
 * @param holders processes that hold it; none where they cannot be seen
 * @param patience longest wait for it to be gone after it was unloaded
 */
record Residence(OllamaServer server, String model, Set<ProcessHandle> holders, Duration patience) {

    private static final Duration POLL = Duration.ofMillis(10);
    private static final int LOG_LINES = 20;

    /**
     * Whether it is there. Where its process is seen, that tells without a request, and also tells when Ollama has evicted
     * the model and loaded it again.
     */
    boolean isThere() {
        return server.isAlive() && (holders.isEmpty() ? isListed() : isHeld());
    }

    /**
     * Has it unloaded and waits until it is not listed and no process holds it.
     *
     * @throws EngineException if that is not so in time
     */
    void end() {
        if (server.isAlive()) {
            server.api().unload(model);
        }
        try {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(patience)
                    .until(this::isGone);
        } catch (ConditionTimeoutException e) {
            throw new EngineException(
                    "Ollama at " + server.api().base() + " was asked to unload " + model + " " + patience.toSeconds()
                            + " s ago; processes that still hold it: "
                            + holders.stream()
                                    .filter(ProcessHandle::isAlive)
                                    .map(ProcessHandle::pid)
                                    .toList()
                            + "; see `ollama ps`",
                    server.logTail(LOG_LINES));
        }
    }

    private boolean isGone() {
        return !isHeld() && !(server.isAlive() && isNamed(server.api().loaded()));
    }

    private boolean isHeld() {
        return holders.stream().anyMatch(ProcessHandle::isAlive);
    }

    private boolean isListed() {
        try {
            return isNamed(server.api().loaded());
        } catch (EngineException unreachable) {
            return false;
        }
    }

    private boolean isNamed(List<LoadedModel> loaded) {
        return loaded.stream().anyMatch(listed -> InstalledModel.isSame(listed.name(), model));
    }
}
