package io.kanoa.thorgate.junit.fault;

import io.kanoa.thorgate.device.tool.OneShot;
import java.time.Duration;
import java.util.List;

/** Calls of the system's tools that bring faults about. */
final class Shell {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Shell() {}

    /** Whether the call works; for what a test needs. */
    static boolean can(String... command) {
        return OneShot.run(List.of(command), LIMIT).isDone();
    }

    static void run(String... command) {
        OneShot answer = OneShot.run(List.of(command), LIMIT);
        if (!answer.isDone()) {
            throw new AssertionError(String.join(" ", command) + ": " + answer.text());
        }
    }
}
