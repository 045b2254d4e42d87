package io.kanoa.thorgate.engine.launch;

import static org.awaitility.Awaitility.await;

import io.kanoa.thorgate.engine.Hosted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Looks at processes as anyone could, not as the code under test does. */
final class Processes {

    static final Duration SOON = Duration.ofSeconds(10);

    private Processes() {}

    /** Whether it runs; one that has ended and waits to be reaped does not. */
    static boolean runs(long pid) {
        try {
            return !Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1)
                    .contains(") Z ");
        } catch (IOException e) {
            return false;
        }
    }

    static void awaitEnd(long pid) {
        await().atMost(SOON).until(() -> !runs(pid));
    }

    /** The numbers that a program has printed, one a line, once there are so many. */
    static List<Long> printed(Hosted program, int count) {
        return await().atMost(SOON)
                .until(
                        () -> program.logTail(100).stream()
                                .filter(line -> line.matches("\\d+"))
                                .map(Long::valueOf)
                                .toList(),
                        numbers -> numbers.size() >= count);
    }

    static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
