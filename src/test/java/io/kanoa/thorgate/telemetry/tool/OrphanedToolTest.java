package io.kanoa.thorgate.telemetry.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
@DisabledOnOs(OS.WINDOWS)
class OrphanedToolTest {

    @TempDir
    Path directory;

    @Test
    void toolEnds_whenItsJvmIsKilled() throws IOException {
        assertEndsWithItsJvm("while true; do echo 'VIN 1mW/1mW'; sleep 0.05; done\n");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void toolThatSaysNothingMore_ends_whenItsJvmIsKilled() throws IOException {
        assertEndsWithItsJvm("exec sleep 100\n");
    }

    private void assertEndsWithItsJvm(String script) throws IOException {
        Path pidFile = directory.resolve("pid");
        Path tool = FakeTool.in(
                directory, "tool", "echo $$ > " + pidFile + ".new\nmv " + pidFile + ".new " + pidFile + "\n" + script);
        Process jvm = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Listener.class.getName(),
                        tool.toString())
                .start();
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(pidFile));
        ProcessHandle orphan = ProcessHandle.of(
                        Long.parseLong(Files.readString(pidFile).strip()))
                .orElseThrow();
        assertThat(orphan.isAlive()).isTrue();

        jvm.destroyForcibly();

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(orphan.isAlive()).isFalse());
    }

    /** Listens to a tool until it is killed. */
    static final class Listener {

        private Listener() {}

        public static void main(String[] arguments) throws InterruptedException {
            LineSensor.start("tool", List.of(arguments[0]), new TegrastatsParser(), Duration.ofMillis(50));
            new CountDownLatch(1).await();
        }
    }
}
