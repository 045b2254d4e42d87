package io.kanoa.thorgate.junit.fault;

import static org.awaitility.Awaitility.await;

import io.kanoa.thorgate.plan.StandIn;
import io.kanoa.thorgate.weights.StandInCache;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Engines' processes, and a model's file for them. */
final class Engines {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Engines() {}

    /** A child of this JVM by a part of its command line, as soon as there is one. */
    static Optional<Long> awaitChild(String command) {
        return await().pollInterval(Duration.ofMillis(2))
                .atMost(PATIENCE)
                .until(() -> child(command), Optional::isPresent);
    }

    private static Optional<Long> child(String command) {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().commandLine().orElse("").contains(command))
                .map(ProcessHandle::pid)
                .findFirst();
    }

    /** A model of 2 MB. */
    static Path model(Path cache) {
        return model(cache, 2);
    }

    /** Others with another seed. */
    static Path model(Path cache, long seed) {
        return new StandInCache(cache).fileOf(new StandIn(2, 128, 256, 4, 2, 2048, seed));
    }
}
