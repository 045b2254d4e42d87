package io.kanoa.thorgate.engine.embedded;

import static io.kanoa.thorgate.engine.embedded.Client.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.weights.StandInCache;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the engine comes to life and ends, with the real engine. */
class EmbeddedEngineTest {

    @TempDir
    private static Path folder;

    private static EmbeddedEngine engine;

    @BeforeAll
    static void makeEngine() {
        engine = new EmbeddedEngine(new StandInCache(folder.resolve("cache")), folder.resolve("logs"));
    }

    @Test
    void startReport_addsUpAndUnloadEndsTheProcess() {
        long before = System.nanoTime();
        RunningEngine running = engine.start(Servings.tiny(), Servings.TIMEOUT);
        long elapsed = System.nanoTime() - before;
        EngineStart report = running.startReport();
        assertThat(report.loadNanos()).isBetween(1L, elapsed);
        assertThat(report.weightsNanos()).isPositive();
        assertThat(report.processNanos()).isPositive();
        assertThat(report.version()).isEqualTo("de.kherud:llama 4.2.0");
        assertThat(report.commandLine()).contains(EmbeddedServer.class.getName());
        assertThat(running.isAlive()).isTrue();

        assertThat(running.unload()).isPositive();
        assertThat(running.isAlive()).isFalse();
        assertThat(ownChildren()).isEmpty();
        running.close();
    }

    @Test
    void engineKilledInMidAnswer_isSeenDeadWithItsLog() throws Exception {
        try (RunningEngine running = engine.start(Servings.tiny(), Servings.TIMEOUT);
                Socket socket = new Client(running)
                        .open("/v1/chat/completions", chat("die", "\"max_tokens\":4000,\"stream\":true"))) {
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            await().until(() -> running.logTail(100).stream().anyMatch(line -> line.contains("new prompt")));
            ProcessHandle.of(running.processId().orElseThrow()).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(5)).until(() -> !running.isAlive());
            assertThat(running.logTail(100)).anyMatch(line -> line.contains("new prompt"));
            assertThat(running.unload()).isNotNegative();
        }
    }

    @Test
    void parentKilled_endsTheEngine() throws Exception {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EngineOwner.class.getName(),
                        folder.resolve("owner").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ProcessHandle child = ProcessHandle.of(readNumber(owner)).orElseThrow();
        assertThat(child.isAlive()).isTrue();
        owner.destroyForcibly();
        await().atMost(Duration.ofSeconds(5)).until(() -> !isRunning(child));
    }

    @Test
    void missingFile_isNamed() {
        Path missing = folder.resolve("missing.gguf");
        assertThatThrownBy(() -> engine.serving(missing).start(Servings.tiny(), Servings.TIMEOUT))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("does not exist");
    }

    @Test
    void damagedFile_failsWithTheReasonFromTheLogAndLeavesNothing() throws IOException {
        Path damaged = folder.resolve("damaged.gguf");
        Files.copy(engine.prepare(Servings.tiny()), damaged);
        try (RandomAccessFile open = new RandomAccessFile(damaged.toFile(), "rw")) {
            open.setLength(open.length() / 2);
        }
        assertThatThrownBy(() -> engine.serving(damaged).start(Servings.tiny(), Servings.TIMEOUT))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("ended with exit code 1 before it was ready")
                .hasMessageContaining("could not load model");
        assertThat(ownChildren()).isEmpty();
    }

    @Test
    void startThatTakesTooLong_isEnded() {
        assertThatThrownBy(() -> engine.start(Servings.tiny(), Duration.ofMillis(50)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("not ready after 50 ms and is running");
        assertThat(ownChildren()).isEmpty();
    }

    @Test
    void argumentsOfThePlan_reachTheEngine() {
        assertThatThrownBy(() -> engine.start(Servings.tiny("--gpu", "7"), Servings.TIMEOUT))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("'--gpu'");
    }

    @Test
    void modelWithoutStandIn_isNamed() {
        assertThatThrownBy(() -> engine.start(Servings.of(null), Servings.TIMEOUT))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("'tiny'")
                .hasMessageContaining("gate.embedded.model");
    }

    private static List<String> ownChildren() {
        try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
            return children.map(child -> child.info().commandLine().orElse(""))
                    .filter(line -> line.contains(folder.toString()))
                    .toList();
        }
    }

    /** A process that has ended and whose parent is dead as well may stay without a command line until it is reaped. */
    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static long readNumber(Process process) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return Long.parseLong(reader.readLine());
    }
}
