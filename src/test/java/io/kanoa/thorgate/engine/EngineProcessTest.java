package io.kanoa.thorgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class EngineProcessTest {

    @TempDir
    private Path folder;

    private final List<String> output = new CopyOnWriteArrayList<>();

    @Test
    void processThatHeedsItsInput_endsByClosingIt() {
        EngineProcess process = start("cat");
        long nanos = process.end();
        assertThat(process.isAlive()).isFalse();
        assertThat(process.state()).isEqualTo("ended with exit code 0");
        assertThat(nanos).isBetween(1L, TimeUnit.SECONDS.toNanos(2));
        assertThat(process.end()).isEqualTo(nanos);
        assertThat(process.wasKilled()).isFalse();
    }

    @Test
    void processThatHeedsNothing_isEndedByForce() {
        EngineProcess process = start("trap '' TERM; echo ready; while :; do sleep 0.05; done");
        await().until(() -> output.contains("ready"));
        process.end();
        assertThat(process.state()).isEqualTo("ended with exit code 137");
        assertThat(process.wasKilled()).isFalse();
    }

    @Test
    void processThatIsKilled_whileItIsAskedToEnd_isSaidToBe() {
        EngineProcess process = start("trap '' TERM; echo ready; cat >/dev/null; kill -9 $$");
        await().until(() -> output.contains("ready"));
        assertThat(process.wasKilled()).isFalse();
        process.end();
        assertThat(process.wasKilled()).isTrue();
    }

    @Test
    void descendants_endWithTheProcess() {
        EngineProcess process = start("sleep 1000 & echo $!; wait");
        await().until(() -> output.size() == 1);
        ProcessHandle descendant =
                ProcessHandle.of(Long.parseLong(output.get(0))).orElseThrow();
        process.end();
        assertThat(Liveness.isRunning(descendant)).isFalse();
    }

    @Test
    void zombie_isNotRunning() {
        EngineProcess process = start("sleep 0 & echo $!; exec sleep 1000");
        await().until(() -> output.size() == 1);
        Optional<ProcessHandle> zombie = ProcessHandle.of(Long.parseLong(output.get(0)));
        await().until(() -> zombie.map(Liveness::isRunning).orElse(false), running -> !running);
        process.end();
    }

    @Test
    void bothOutputs_areInTheLogFileAndTheTail() throws IOException {
        EngineProcess process = start("echo to output; echo to log >&2; exit 3");
        await().until(() -> !process.isAlive());
        assertThat(process.logTail(10)).containsExactlyInAnyOrder("to output", "to log");
        assertThat(Files.readAllLines(folder.resolve("logs/engine.log")))
                .containsExactlyInAnyOrder("to output", "to log");
        assertThat(output).containsExactly("to output");
        assertThat(process.state()).isEqualTo("ended with exit code 3");
    }

    @Test
    void endlessLine_isCut() {
        EngineProcess process = start("head -c 100000 /dev/zero | tr '\\0' x; echo; echo end");
        await().until(() -> output.contains("end"));
        assertThat(output.get(0)).hasSize(4000);
        process.end();
    }

    @Test
    void missingProgram_isNamed() {
        List<String> command = List.of("/no/such/engine");
        assertThatThrownBy(() -> EngineProcess.start(command, folder.resolve("log"), line -> {}))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("/no/such/engine");
    }

    private EngineProcess start(String script) {
        return EngineProcess.start(
                List.of("sh", "-c", script), folder.resolve("logs/engine.log"), output::add, Duration.ofMillis(300));
    }
}
