package io.kanoa.thorgate.junit.fault;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Processes that a gate has left: descendants of this JVM that were not there before, and whatever carries the marker that a gate
 * in a JVM of its own hands down in its environment, or the one that this JVM's custodian gives.
 */
final class Leftovers {

    /** All children must be gone by then, however the gate ended. */
    static final Duration BOUND = Duration.ofSeconds(5);

    private static final Path PROC = Path.of("/proc");

    private final String marker = UUID.randomUUID().toString();
    private final Set<Long> before;

    private Leftovers() {
        this.before = Stream.concat(descendants(), marked()).collect(Collectors.toSet());
    }

    /** Of what is started from now on: other tests of this process may have left some. */
    static Leftovers ofThisProcess() {
        return new Leftovers();
    }

    /** A value of the variable {@code THOR_GATE_MARKER}. */
    String marker() {
        return marker;
    }

    /** Requires that none is left within {@link #BOUND}. */
    void assertNone() {
        await("processes of the gate are gone").atMost(BOUND).until(() -> running(), List::isEmpty);
    }

    private List<String> running() {
        return Stream.concat(descendants(), marked())
                .distinct()
                .filter(pid -> !before.contains(pid))
                .filter(Leftovers::runs)
                .map(Leftovers::text)
                .toList();
    }

    private static Stream<Long> descendants() {
        return ProcessHandle.current().descendants().map(ProcessHandle::pid);
    }

    private Stream<Long> marked() {
        String own = "THOR_GATE_ENGINE=" + ProcessHandle.current().pid() + ":";
        String handedDown = "THOR_GATE_MARKER=" + marker;
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> Stream.of(read(pid, "environ").split("\0"))
                        .anyMatch(variable -> variable.equals(handedDown) || variable.startsWith(own)));
    }

    private static boolean runs(long pid) {
        String stat = read(pid, "stat");
        return !stat.isEmpty() && !stat.contains(") Z ");
    }

    private static String text(long pid) {
        return pid + " " + read(pid, "cmdline").replace('\0', ' ');
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(PROC.resolve(pid + "/" + file), StandardCharsets.ISO_8859_1);
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }
}
